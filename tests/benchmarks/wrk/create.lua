-- SPDX-License-Identifier: GPL-3.0-or-later
-- Creates file requests, each for a patient nobody knows yet. Environment: BENCH_TOKEN, BENCH_SEED, BENCH_LUA.
dofile(os.getenv("BENCH_LUA") .. "/report.lua")

local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(args)
  math.randomseed(tonumber(os.getenv("BENCH_SEED")) * 64 + number)
  wrk.method = "POST"
  wrk.path = "/v1/file-requests"
  wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_TOKEN")
  wrk.headers["Content-Type"] = "application/json"
end

local body = '{"prompt":"Please take a photo of your rash.","type":"photo","accountUserId":"42","accountId":"12",'
  .. '"staffName":"Dr Rachel Williams","patientDateOfBirth":"1980-06-17","patientFirstName":"John",'
  .. '"patientLastName":"Smith","patientMobile":"+44%s","recipientMobile":"+44%s"}'

function request()
  local mobile = string.format("%06d%06d", math.random(0, 999999), math.random(0, 999999))
  return wrk.format(nil, nil, nil, string.format(body, mobile, mobile))
end
