// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "demo/demofaults.h"

#include "json/writer.h"

namespace mintmark {

namespace {

using Fault = ServedAnswer::Fault;

ServedAnswer text(QByteArray contentType, QByteArray body)
{
    ServedAnswer answer;
    answer.contentType = std::move(contentType);
    answer.body = std::move(body);
    return answer;
}

ServedAnswer withHeader(ServedAnswer answer, QByteArray name, QByteArray value)
{
    answer.headers.emplaceBack(std::move(name), std::move(value));
    return answer;
}

ServedAnswer redirect()
{
    ServedAnswer answer = text("text/html", "<p>Moved.</p>");
    answer.status = 302;
    return withHeader(std::move(answer), "Location", "https://login.example.com/signin");
}

ServedAnswer failing(Fault fault)
{
    ServedAnswer answer = demoJson(200, R"({"access_token":"demo","token_type":"Bearer"})");
    answer.fault = fault;
    return answer;
}

struct Row
{
    QByteArrayView path;
    ServedAnswer (*answer)();
};

const Row rows[] = {
    { "/fail/html",
      [] {
          return text("text/html; charset=utf-8",
                      "<!doctype html><title>Sign in · Demo</title><p>Sign in.</p>");
      } },
    { "/fail/redirect", redirect },
    { "/fail/empty", [] { return text("application/json", {}); } },
    { "/fail/text", [] { return text("text/plain", "token=none"); } },
    { "/fail/no-token",
      [] { return demoJson(200, R"({"token":"demo","expires_at":1741626724})"); } },
    { "/fail/busy",
      [] {
          return withHeader(demoError(429, "slow_down", "Too many requests"), "Retry-After", "42");
      } },
    { "/fail/broken",
      [] { return demoError(500, "server_error", "The demo breaks here on purpose"); } },
    { "/fail/hang-up", [] { return failing(Fault::Close); } },
    { "/fail/silence", [] { return failing(Fault::Silence); } },
    { "/fail/slow", [] { return failing(Fault::Drip); } },
    { "/fail/grant-type",
      [] {
          return demoError(400, "unsupported_grant_type", "This grant type is not known here");
      } },
    { "/fail/refused-ok",
      [] { return demoError(200, "bad_verification_code", "Refused with status 200"); } },
};

} // namespace

std::optional<ServedAnswer> demoFault(QByteArrayView path)
{
    for (const Row &row : rows) {
        if (row.path == path)
            return row.answer();
    }
    return {};
}

ServedAnswer demoJson(int status, const QByteArray &body)
{
    ServedAnswer answer;
    answer.status = status;
    answer.headers.emplaceBack("Cache-Control", "no-store");
    answer.body = body;
    return answer;
}

ServedAnswer demoError(int status, QByteArrayView error, QByteArrayView description)
{
    JsonWriter json;
    json.beginObject().member("error").string(QUtf8StringView(error));
    json.member("error_description").string(QUtf8StringView(description)).endObject();
    return demoJson(status, json.take());
}

} // namespace mintmark
