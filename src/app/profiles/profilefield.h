// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

namespace mintmark {

/// The fields of the editor, in the order of the page: what a finding is about and what can be
/// given the focus.
enum class ProfileField {
    Provider,
    Customer,
    Name,
    Environment,
    PresetOne, ///< what the preset asks for, in its order
    PresetTwo,
    ClientId,
    ClientSecret,
    PrivateKey,
    PrivateKeyPassphrase,
    Audience,
    TokenEndpoint,
    Scope,
    Body,
    GrantType,
    Authentication,
    Resources,
    ExtraParameters,
    Headers,
    AssertionAlgorithm,
    AssertionKeyId,
    AssertionAudience,
    AssertionOtherAudience,
    AssertionIssuer,
    AssertionSubject,
    AssertionLifetime,
    AssertionNotBefore,
    AssertionCertificate,
    AssertionThumbprint,
    AssertionType,
    AssertionClaims,
    Renewal,
    RenewalEndpoint,
    MinValid,
    ExpectedAudience,
    Issuer,
    JwksUri,
    IntrospectionEndpoint,
    RevocationEndpoint,
    ApiMethod,
    ApiUrl,
    NetworkSource,
    Proxy,
    ProxyAddress,
    ProxyUser,
    ProxyPassword,
    CaFile,
    CaFileAdded,
    ClientCertificate,
    ClientKey,
    KeyPassphrase,
    KeepCertificate,
    Timeout,
    AllowHttp,
    Note,
    SecretExpiresOn,
    Alias,
    Last = Alias
};

/// No preset has more of its own: tests see to it.
inline constexpr ProfileField presetFields[] { ProfileField::PresetOne, ProfileField::PresetTwo };

} // namespace mintmark
