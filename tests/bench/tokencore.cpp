// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

// What reading, checking and verifying tokens costs, beside the libraries that do a part of it in
// the same run: medians of several rounds, one line a measure.

#include "base/displaytext.h"
#include "jose/base64url.h"
#include "jose/fragments.h"
#include "jose/jwkset.h"
#include "jose/signatureverifier.h"
#include "jose/tokenchecks.h"
#include "jose/tokentext.h"
#include "profiles/profiletext.h"

#include <QByteArray>

#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <memory>
#include <vector>

using namespace mintmark;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 9;
constexpr qsizetype mebibyte = 1024 * 1024;
qsizetype sink = 0; // keeps the compiler from leaving out what is measured

using Work = std::function<qsizetype()>;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Microseconds of a core one call takes: what else the machine does is not counted.
double once(const Work &work, int times)
{
    const std::clock_t began = std::clock();
    for (int i = 0; i < times; ++i)
        sink += work();
    return static_cast<double>(std::clock() - began) * 1e6 / CLOCKS_PER_SEC / times;
}

void row(const char *title, const QByteArray &value, const QByteArray &limit, bool within)
{
    std::printf("%-66s %18s  %s %s\n", title, value.constData(), within ? "within" : "OVER  ",
                limit.constData());
}

/// Alternating, so that a slow moment of the machine meets both.
void compare(const char *title, double limit, int times, const Work &ours, const Work &theirs)
{
    std::vector<double> mine;
    std::vector<double> other;
    for (int i = 0; i < rounds; ++i) {
        mine.push_back(once(ours, times));
        other.push_back(once(theirs, times));
    }
    const double ratio = median(mine) / median(other);
    row(title, "ratio " + QByteArray::number(ratio, 'f', 2), QByteArray::number(limit),
        ratio <= limit);
}

void perSecond(const char *title, double limit, int times, const Work &work)
{
    std::vector<double> each;
    for (int i = 0; i < rounds; ++i)
        each.push_back(once(work, times));
    const double rate = 1e6 / median(each);
    row(title, QByteArray::number(rate, 'f', 0) + "/s", QByteArray::number(limit, 'f', 0),
        rate >= limit);
}

void atOnce(const char *title, double limitMs, const Work &work)
{
    std::vector<double> each;
    for (int i = 0; i < rounds; ++i)
        each.push_back(once(work, 1) / 1000);
    row(title, QByteArray::number(median(each), 'f', 1) + " ms", QByteArray::number(limitMs),
        median(each) <= limitMs);
}

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

QByteArray signatureOf(const Key &key, const QByteArray &text)
{
    const Digest digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    QByteArray signature(512, '\0');
    auto size = static_cast<size_t>(signature.size());
    EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get());
    EVP_DigestSign(digest.get(), reinterpret_cast<uchar *>(signature.data()), &size,
                   reinterpret_cast<const uchar *>(text.constData()),
                   static_cast<size_t>(text.size()));
    signature.resize(static_cast<qsizetype>(size));
    return signature;
}

QByteArray publicPem(const Key &key)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_PUBKEY(memory.get(), key.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return { data, static_cast<qsizetype>(size) };
}

/// What a server signs for a service, 1 kB in all.
QByteArray payload()
{
    return R"({"iss":"https://id.example.com/realms/acme","sub":"service-account-payments",)"
           R"("aud":["https://api.example.com/payments","https://api.example.com/ledger"],)"
           R"("exp":1700003600,"nbf":1700000000,"iat":1700000000,)"
           R"("jti":"5f3f7e0e-1f7b-4a5f-9e7b-0d7c1c7e9a11","azp":"acme-payments",)"
           R"("scope":"payments:read payments:write ledger:read",)"
           R"("realm_access":{"roles":["offline_access","uma_authorization","payments"]},)"
           R"("client_id":"acme-payments","tenant":"b1d2","ver":"2.0"})";
}

QByteArray compact(const QByteArray &claims, const QByteArray &signature)
{
    return base64UrlEncode(R"({"alg":"RS256","typ":"at+jwt","kid":"2026-01-signing-key"})") + '.'
        + base64UrlEncode(claims) + '.' + base64UrlEncode(signature);
}

CheckContext context()
{
    CheckContext all;
    all.nowMs = 1'700'001'000'000;
    all.expectedAudience = u"https://api.example.com/payments"_s;
    all.expectedIssuer = u"https://id.example.com/realms/acme"_s;
    all.environment = u"sandbox"_s;
    all.expiresInS = 3600;
    return all;
}

qsizetype inspected(const QByteArray &input)
{
    const TokenText text = readTokenText(input);
    const Token token = text.token(0);
    return checkToken(token, context()).size() + recoverFragments(token).recovered.size();
}

/// The parts of the work that libraries do: Base64 of OpenSSL, JSON of nlohmann.
qsizetype readByLibraries(const QByteArray &token)
{
    qsizetype members = 0;
    QByteArrayView rest(token);
    for (int part = 0; part < 2; ++part) {
        const qsizetype dot = rest.indexOf('.');
        QByteArray base64 = rest.first(dot).toByteArray();
        std::replace(base64.begin(), base64.end(), '-', '+');
        std::replace(base64.begin(), base64.end(), '_', '/');
        base64 += QByteArray((4 - base64.size() % 4) % 4, '=');
        QByteArray bytes(base64.size(), Qt::Uninitialized);
        const int size = EVP_DecodeBlock(reinterpret_cast<uchar *>(bytes.data()),
                                         reinterpret_cast<const uchar *>(base64.constData()),
                                         static_cast<int>(base64.size()));
        const qsizetype padding = base64.count('=');
        const auto json = nlohmann::json::parse(bytes.begin(), bytes.begin() + size - padding);
        members += static_cast<qsizetype>(json.size());
        rest = rest.sliced(dot + 1);
    }
    return members;
}

void measureSmall()
{
    const Key key(EVP_RSA_gen(2048), EVP_PKEY_free);
    const QByteArray unsignedText = compact(payload(), {}).chopped(1);
    const QByteArray signature = signatureOf(key, unsignedText);
    const QByteArray text = compact(payload(), signature);
    const CheckContext all = context();
    const JwkSet keys = JwkSet::parse(publicPem(key), SymmetricKeys::Refuse);
    const Token token = Token::parse(text);
    const auto verify = [&] {
        return verifySignature(token, keys).status == SignatureStatus::Valid;
    };
    const auto alone = [&] {
        const Digest digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
        EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get());
        return EVP_DigestVerify(digest.get(),
                                reinterpret_cast<const uchar *>(signature.constData()),
                                static_cast<size_t>(signature.size()),
                                reinterpret_cast<const uchar *>(unsignedText.constData()),
                                static_cast<size_t>(unsignedText.size()));
    };
    if (!verify() || alone() != 1)
        std::puts("The signature is not valid: the measure is worth nothing.");
    std::printf("An RS256 token of %d bytes:\n", int(text.size()));
    perSecond("  read and checked", 100'000, 10'000,
              [&] { return checkToken(Token::parse(text), all).size(); });
    compare(
        "  read, against Base64 of OpenSSL and JSON of nlohmann", 1, 5'000,
        [&] { return Token::parse(text).problems().size(); },
        [&] { return readByLibraries(text); });
    compare("  verified, against EVP_DigestVerify alone", 1.5, 500, verify, alone);
}

QByteArray largePayload(qsizetype size)
{
    QByteArray claims = payload().chopped(1);
    for (int i = 0; claims.size() < size; ++i)
        claims += ",\"claim_" + QByteArray::number(i) + R"(":{"roles":["reader","writer"],"n":)"
            + QByteArray::number(i) + "}";
    return claims + '}';
}

void measureLarge()
{
    const QByteArray token = compact(largePayload(mebibyte * 3 / 4), QByteArray(256, 'x'));
    const QByteArray cut = token.first(token.size() - 400);
    const QByteArray masked = token.first(mebibyte / 2) + "..." + token.sliced(mebibyte / 2 + 99);
    QByteArray wrapped = token;
    for (qsizetype at = 76; at < wrapped.size(); at += 77)
        wrapped.insert(at, '\n');
    const QByteArray small = compact(payload(), QByteArray(256, 'x'));
    const QByteArray prose = "On Tuesday the call was refused with 401, see the log below.\n"_ba;
    QByteArray ticket;
    while (ticket.size() < mebibyte)
        ticket += prose.repeated(40) + "Authorization: Bearer " + small + "\n\n";
    QByteArray mail;
    while (mail.size() < mebibyte)
        mail += prose + "client_id: acme-payments\nclient secret = s3cr3t-value-1234567890\n";
    std::puts("A text of 1 MiB:");
    atOnce("  a token inspected", 50, [&] { return inspected(token); });
    atOnce("  a token in lines inspected", 50, [&] { return inspected(wrapped); });
    atOnce("  a token cut off inspected", 50, [&] { return inspected(cut); });
    atOnce("  a token masked in the middle inspected", 50, [&] { return inspected(masked); });
    atOnce("  a ticket with tokens searched", 50, [&] { return scanTokens(ticket).size(); });
    atOnce("  a ticket with tokens inspected", 50, [&] { return inspected(ticket); });
    atOnce("  a mail read as a profile", 50, [&, text = QString::fromUtf8(mail)] {
        return readProfileText(text).fieldNames().size();
    });
}

} // namespace

int main()
{
    measureSmall();
    measureLarge();
    return sink == 0 ? 1 : 0;
}
