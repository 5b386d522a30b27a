-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reads file requests by id, at random among those in BENCH_IDS (a file, one a line). Else as create.lua.
dofile(os.getenv("BENCH_LUA") .. "/report.lua")

local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

local requests = {}
function init(args)
  math.randomseed(tonumber(os.getenv("BENCH_SEED")) * 64 + number)
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN")
  for id in io.lines(os.getenv("BENCH_IDS")) do
    requests[#requests + 1] = wrk.format("GET", "/v1/file-requests/" .. id)
  end
end

function request()
  return requests[math.random(#requests)]
end
