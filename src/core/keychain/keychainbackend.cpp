// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "keychain/keychainbackend.h"

namespace mintmark {

using namespace Qt::StringLiterals;

KeychainBackend::~KeychainBackend() = default;

KeychainState keychainState(const Error &error)
{
    switch (error.code) {
    case ErrorCode::KeychainNotFound:
        return KeychainState::NotFound;
    case ErrorCode::KeychainLocked:
        return KeychainState::Locked;
    case ErrorCode::KeychainDenied:
        return KeychainState::Denied;
    case ErrorCode::KeychainNoService:
        return KeychainState::NoService;
    case ErrorCode::KeychainBusy:
        return KeychainState::Busy;
    case ErrorCode::KeychainTooLarge:
        return KeychainState::TooLarge;
    case ErrorCode::KeychainCorrupt:
        return KeychainState::Corrupt;
    default:
        return KeychainState::Failed;
    }
}

static ErrorCode errorCode(KeychainState state)
{
    switch (state) {
    case KeychainState::NotFound:
        return ErrorCode::KeychainNotFound;
    case KeychainState::Locked:
        return ErrorCode::KeychainLocked;
    case KeychainState::Denied:
        return ErrorCode::KeychainDenied;
    case KeychainState::NoService:
        return ErrorCode::KeychainNoService;
    case KeychainState::Busy:
        return ErrorCode::KeychainBusy;
    case KeychainState::TooLarge:
        return ErrorCode::KeychainTooLarge;
    case KeychainState::Corrupt:
        return ErrorCode::KeychainCorrupt;
    case KeychainState::Ok: // no error: whoever asks for one has a defect
    case KeychainState::Failed:
        break;
    }
    return ErrorCode::KeychainFailed;
}

Error keychainError(KeychainState state, const QString &said)
{
    Error error { errorCode(state), {}, said };
    if (!said.isEmpty())
        error.arguments.insert(u"said"_s, said);
    return error;
}

} // namespace mintmark
