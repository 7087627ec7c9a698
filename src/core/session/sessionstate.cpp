// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/sessionstate.h"

namespace mintmark {

namespace {

constexpr qsizetype recordsKept = 50;

} // namespace

void SessionState::setTokenSet(const std::optional<TokenSet> &set)
{
    if (set == tokenSet)
        return; // what is known of its signature stays
    tokenSet = set;
    token = set ? std::make_shared<const Token>(Token::parse(set->accessToken->view())) : nullptr;
    setSignature(token ? signatureStatusWithoutKeys(*token) : SignatureStatus::NotChecked);
}

void SessionState::setSignature(SignatureStatus status, const QString &keyId,
                                const QString &reason)
{
    signature = status;
    signatureKeyId = keyId;
    signatureReason = reason;
}

void SessionState::addRecord(const ExchangeRecord &record)
{
    records.prepend(record);
    if (records.size() > recordsKept)
        records.resize(recordsKept);
}

SignatureStatus signatureStatusWithoutKeys(const Token &token)
{
    return token.isUnsecured() ? SignatureStatus::Unsecured : SignatureStatus::NotChecked;
}

} // namespace mintmark
