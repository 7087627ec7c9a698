// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "app/profiles/faultyfield.h"

#include "app/profiles/wirefields.h"
#include "profiles/profile.h"

#include <QUrl>

#include <algorithm>

namespace mintmark {

using namespace Qt::StringLiterals;
using Method = ClientAuthenticationMethod;

namespace {

struct Place
{
    QLatin1StringView name;
    ProfileField field;
};

/// What only errors call so: presets have no such names.
constexpr Place places[] {
    { "token_endpoint_auth_method"_L1, ProfileField::Authentication },
    { "client_certificate"_L1, ProfileField::ClientCertificate },
    { "algorithm"_L1, ProfileField::AssertionAlgorithm },
    { "claims"_L1, ProfileField::AssertionClaims },
    { "lifetime_s"_L1, ProfileField::AssertionLifetime },
    { "certificate_thumbprint"_L1, ProfileField::AssertionThumbprint },
};

/// RFC 6749 §5.2 and RFC 8707 §2, where the answer had another code than theirs.
constexpr Place refusals[] {
    { "invalid_scope"_L1, ProfileField::Scope },
    { "invalid_target"_L1, ProfileField::Audience },
    { "unsupported_grant_type"_L1, ProfileField::GrantType },
};

template <qsizetype size>
std::optional<ProfileField> find(const Place (&table)[size], QStringView name)
{
    const auto *place =
        std::ranges::find_if(table, [name](const Place &one) { return name == one.name; });
    return place == std::end(table) ? std::nullopt : std::optional(place->field);
}

std::optional<ProfileField> named(QStringView name)
{
    const std::optional<ProfileField> field = find(places, name);
    return field ? field : fieldOfWireName(name);
}

bool isExtraParameter(QStringView name, const ClientConfiguration &client)
{
    return std::ranges::any_of(client.extraParameters, [name](const ExtraParameter &one) {
        return one.name == name;
    });
}

/// What proves the client, where that was refused.
ProfileField proof(Method method)
{
    switch (method) {
    case Method::PrivateKeyJwt:
        return ProfileField::PrivateKey;
    case Method::TlsClientAuth:
    case Method::SelfSignedTlsClientAuth:
        return ProfileField::ClientCertificate;
    case Method::None:
        return ProfileField::Authentication;
    default:
        return ProfileField::ClientSecret;
    }
}

/// RFC 8707 §2: one of both says what the token is for.
ProfileField target(const ClientConfiguration &client)
{
    return client.audience.isEmpty() && !client.resources.isEmpty() ? ProfileField::Resources
                                                                    : ProfileField::Audience;
}

std::optional<ProfileField> ofRefusal(const Error &error, const ClientConfiguration &client)
{
    const std::optional<ProfileField> field = find(refusals, error.argument(u"error"));
    return field == ProfileField::Audience ? target(client) : field;
}

/// Signing: the key, its certificate, or what was chosen for it.
std::optional<ProfileField> ofSigning(ErrorCode code, const ClientConfiguration &client)
{
    switch (code) {
    case ErrorCode::KeyEncrypted:
    case ErrorCode::KeyPassphraseWrong:
        return ProfileField::PrivateKeyPassphrase;
    case ErrorCode::KeyUnreadable:
    case ErrorCode::KeyIsPublic:
    case ErrorCode::KeyTooShort:
        return ProfileField::PrivateKey;
    case ErrorCode::KeyNotChosen:
        return ProfileField::AssertionKeyId;
    case ErrorCode::KeyUnsuitable: // a JWK may name one that does not fit
        return client.assertion.algorithm.isEmpty() ? ProfileField::PrivateKey
                                                    : ProfileField::AssertionAlgorithm;
    case ErrorCode::CertificateUnreadable:
    case ErrorCode::CertificateOfOtherKey:
        return ProfileField::AssertionCertificate;
    default:
        return {};
    }
}

std::optional<ProfileField> ofAnswer(const Error &error, const ClientConfiguration &client)
{
    switch (error.code) {
    case ErrorCode::InvalidClient:
    case ErrorCode::ClientProofRefused:
        return proof(client.authentication);
    case ErrorCode::InvalidScope:
        return ProfileField::Scope;
    case ErrorCode::InvalidAudience:
        return target(client);
    case ErrorCode::UnsupportedGrantType:
        return ProfileField::GrantType;
    case ErrorCode::RenewalRefused:
    case ErrorCode::RefreshRefused:
        return ProfileField::Renewal;
    case ErrorCode::HttpStatus: // RFC 9110 §15.5.16: a body of this kind
        return error.argument(u"status") == "415"_L1 ? std::optional(ProfileField::Body)
                                                     : std::nullopt;
    case ErrorCode::AnswerIsHtml: // only that advice leads into the profile
        return error.hintCure == Cure::EditProfile ? std::optional(ProfileField::ClientCertificate)
                                                   : std::nullopt;
    default:
        return ofRefusal(error, client);
    }
}

} // namespace

std::optional<ProfileField> faultyField(const Error &error, const ClientConfiguration &client)
{
    if (const auto field = ofSigning(error.code, client))
        return field;
    switch (error.code) {
    case ErrorCode::ProfileIncomplete:
        // Its arguments may be words; then the detail ends with the name of what is empty.
        if (const auto field = named(error.argument(u"field")))
            return field;
        return named(QStringView(error.detail).mid(error.detail.lastIndexOf(u' ') + 1));
    case ErrorCode::ProfileInvalid: // a parameter may have the name of a field: it stands twice
        return isExtraParameter(error.argument(u"field"), client)
            ? ProfileField::ExtraParameters
            : named(error.argument(u"field"));
    case ErrorCode::HeaderRefused:
        return ProfileField::Headers;
    case ErrorCode::ProfileExists:
        return ProfileField::Name;
    case ErrorCode::KeychainTooLarge:
        return ProfileField::Note;
    case ErrorCode::NoRevocationEndpoint:
        return ProfileField::RevocationEndpoint;
    case ErrorCode::TokenTooShort:
        return ProfileField::MinValid;
    default:
        return ofAnswer(error, client);
    }
}

ProfileField faultyAddress(const Error &error, const Profile &profile)
{
    const std::pair<const QString &, ProfileField> all[] {
        { profile.client.tokenEndpoint, ProfileField::TokenEndpoint },
        { profile.client.renewalEndpoint, ProfileField::RenewalEndpoint },
        { profile.revocationEndpoint, ProfileField::RevocationEndpoint },
        { profile.introspectionEndpoint, ProfileField::IntrospectionEndpoint },
        { profile.issuer, ProfileField::Issuer },
        { profile.jwksUri, ProfileField::JwksUri },
    };
    const QString address = error.argument(u"address");
    const QString host = error.argument(u"host");
    for (const auto &[written, field] : all) {
        const bool isIt = address.isEmpty()
            ? !host.isEmpty() && QUrl(written.trimmed()).host() == host
            : written.trimmed() == address;
        if (isIt)
            return field;
    }
    return ProfileField::TokenEndpoint;
}

} // namespace mintmark
