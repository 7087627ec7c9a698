// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/authenticationoptions.h"

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/input.h"
#include "oauth/assertionheader.h"
#include "oauth/clientauthentication.h"
#include "profiles/profile.h"

#include <CLI/CLI.hpp>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// A certificate with its chain has a few kilobytes.
constexpr qsizetype maximumFile = 256 * 1024;

void take(const std::optional<std::string> &from, QString &into)
{
    if (from)
        into = fromArgument(*from);
}

Result<void> takeCertificate(const std::string &argument, AssertionSettings &assertion)
{
    if (argument.empty()) {
        assertion.certificate.clear();
        return {};
    }
    const Result<QByteArray> pem = readInput(fromArgument(argument), maximumFile, {});
    if (!pem)
        return pem.error();
    const QString certificates = certificatesIn(*pem);
    if (certificates.isEmpty())
        return Error { ErrorCode::CertificateUnreadable, {}, {} };
    assertion.certificate = certificates;
    return {};
}

/// "issuer" and "token-endpoint" are what servers' guides call them. Several are a list (RFC 7519
/// §4.1.3), in which those two would be words like others.
Result<void> takeAudience(const std::vector<std::string> &arguments, AssertionSettings &assertion)
{
    if (arguments.empty())
        return {};
    QStringList given;
    for (const std::string &argument : arguments)
        given << fromArgument(argument);
    const bool isList = given.size() > 1;
    const bool hasOther =
        given.contains("issuer"_L1) || given.contains("token-endpoint"_L1) || given.contains(""_L1);
    if (isList && hasOther)
        return usageError(u"Of several --assertion-audience each is an address or another text; "
                          "issuer, token-endpoint and an empty text stand alone."_s,
                          u"profile add"_s);
    assertion.audiences = isList ? given : QStringList();
    assertion.audience = isList ? QString() : given.first();
    assertion.audienceIsIssuer = assertion.audience == "issuer"_L1;
    if (assertion.audienceIsIssuer || assertion.audience == "token-endpoint"_L1)
        assertion.audience.clear();
    return {};
}

} // namespace

void AuthenticationOptions::addTo(CLI::App &command)
{
    const auto text = [&command](const char *name, auto &into, const char *help,
                                 const char *value) {
        command.add_option(name, into, help)->type_name(value);
    };
    text("--client-auth", method,
         "client_secret_basic, client_secret_post, client_secret_jwt, private_key_jwt, "
         "tls_client_auth, self_signed_tls_client_auth or none",
         "METHOD");
    command
        .add_option("--basic-encoding", basicEncoding,
                    "Client id and secret for Basic form-encoded first, or raw")
        ->check(CLI::IsMember({ "form", "raw" }).description(""))
        ->type_name("form|raw");
    text("--assertion-algorithm", algorithm, "RS256, PS256, ES256, EdDSA, HS256 and so on", "ALG");
    text("--assertion-key-id", keyId, "kid in the header", "KID");
    text("--assertion-type", type, "typ in the header, if not JWT", "TYP");
    command
        .add_option("--assertion-audience", audience,
                    "aud: token-endpoint (default), issuer, or any other text; "
                    "given several times, a list of texts")
        ->type_name("A")
        ->allow_extra_args(false);
    text("--assertion-issuer", issuer, "iss of the JWT bearer grant, if not the client id", "ISS");
    text("--assertion-subject", subject, "sub of the JWT bearer grant", "SUB");
    text("--assertion-claims", claims, "Further claims; they win over ours, null leaves one out",
         "JSON");
    text("--assertion-certificate", certificate, "Certificate of the key (PEM), for x5t#S256",
         "FILE");
    text("--assertion-thumbprint", thumbprint,
         "x5t#S256, x5t, x5c, or the certificate's fingerprint itself", "X");
    command.add_option("--assertion-lifetime", lifetime, "Seconds from iat to exp (300)")
        ->type_name("S")
        ->check(CLI::Range(1, AssertionSettings::longestLifetimeSeconds).description(""));
    command.add_flag("--assertion-not-before,!--no-assertion-not-before", notBefore, "Send nbf");
}

QString AuthenticationOptions::keyIdAfter(const QString &before) const
{
    return keyId ? fromArgument(*keyId) : before;
}

Result<void> AuthenticationOptions::applyTo(Profile &profile) const
{
    ClientConfiguration &client = profile.client;
    AssertionSettings &assertion = client.assertion;
    if (method) {
        const auto known = authenticationFromWireName(fromArgument(*method));
        if (!known)
            return usageError(u"--client-auth does not know \"%1\"."_s.arg(fromArgument(*method)),
                              u"profile add"_s);
        client.authentication = *known;
    }
    if (basicEncoding)
        client.basicEncoding = *basicEncoding == "raw" ? BasicEncoding::Raw : BasicEncoding::Form;
    take(algorithm, assertion.algorithm);
    assertion.keyId = keyIdAfter(assertion.keyId);
    take(type, assertion.type);
    take(issuer, assertion.issuer);
    take(subject, assertion.subject);
    take(claims, assertion.claims);
    take(thumbprint, assertion.certificateThumbprint);
    if (const Result<void> taken = takeAudience(audience, assertion); !taken)
        return taken;
    assertion.lifetimeSeconds = lifetime.value_or(assertion.lifetimeSeconds);
    assertion.notBefore = notBefore.value_or(assertion.notBefore);
    return certificate ? takeCertificate(*certificate, assertion) : Result<void>();
}

} // namespace mintmark
