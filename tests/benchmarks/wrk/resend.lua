-- SPDX-License-Identifier: GPL-3.0-or-later
-- Asks again and again for the one device request whose text has just been sent: each is answered 429. Environment:
-- BENCH_TOKEN, BENCH_PATH, BENCH_LUA.
dofile(os.getenv("BENCH_LUA") .. "/report.lua")

function init(args)
  wrk.path = os.getenv("BENCH_PATH")
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN")
end
