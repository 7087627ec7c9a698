// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "base/displaytext.h"
#include "base/errorcatalogue.h"
#include "fuzzinput.h"
#include "oauth/clientconfiguration.h"
#include "oauth/errorresponse.h"
#include "oauth/tokenresponse.h"

#include <algorithm>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

/// The first line is status and Content-Type, "200 application/json"; without one it is an answer
/// as it should be.
HttpAnswer answerOf(QByteArrayView input)
{
    HttpAnswer answer;
    answer.status = 200;
    answer.sentAtMs = 1'700'000'000'000;
    answer.receivedAtMs = 1'700'000'000'200;
    QByteArray type = "application/json"_ba;
    answer.body = input.toByteArray();
    const QByteArray first = answer.body.left(answer.body.indexOf('\n'));
    bool isStatus = false;
    const int status = first.left(3).toInt(&isStatus);
    if (isStatus && first.mid(3, 1) == " " && status >= 100) {
        answer.status = status;
        type = first.mid(4);
        answer.body.remove(0, first.size() + 1);
    }
    answer.headers = { { "Content-Type", type } };
    return answer;
}

bool isSafe(const QString &text)
{
    return !displayText(text, LineBreaks::Keep).escaped;
}

void checkError(const Error &error)
{
    const ErrorText text = errorText(error);
    MUST(!text.cause.isEmpty() && !text.remedy.isEmpty());
    MUST(isSafe(text.cause) && isSafe(text.known) && isSafe(text.remedy) && isSafe(error.hint));
    MUST(isSafe(error.detail));
    MUST(exitCode(error.code) != ExitCode::Done);
}

void checkResponse(const TokenResponse &response, const HttpAnswer &answer)
{
    MUST(answer.status / 100 == 2);
    MUST(response.accessToken && !response.accessToken->isEmpty());
    const QByteArrayView token = response.accessToken->view();
    MUST(std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c <= '~'; }));
    MUST(response.tokenType.compare("bearer"_L1, Qt::CaseInsensitive) == 0);
    MUST(std::all_of(response.notes.begin(), response.notes.end(), isSafe));
    MUST(response.members.contains("access_token"_L1));
    MUST(!response.expiresInS || qAbs(*response.expiresInS) < 4'000'000'000);
    const QByteArray body =
        answer.body.startsWith("\xEF\xBB\xBF") ? answer.body.mid(3) : answer.body;
    const JsonDocument document = JsonDocument::parse(body);
    MUST(document.isValid() && document.root().count("access_token"_L1) == 1);
    MUST(document.root().member("access_token"_L1).toString().toUtf8() == token);
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const HttpAnswer answer = answerOf(fuzz::viewOf(data, size));
    ClientConfiguration sent;
    sent.grantType = u"client_credentials"_s;
    sent.scope = u"read"_s;
    sent.audience = u"https://api.example.com"_s;
    const Result<TokenResponse> parsed = TokenResponse::parse(answer, u"id.example.com"_s, sent);
    if (parsed)
        checkResponse(*parsed, answer);
    else
        checkError(parsed.error());
    const JsonDocument document = JsonDocument::parse(answer.body);
    if (const auto refusal = ErrorResponse::parse(document, answer.status)) {
        MUST(!parsed);
        checkError(refusal->toError(u"id.example.com"_s, sent));
    }
    return 0;
}
