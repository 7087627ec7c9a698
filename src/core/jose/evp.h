// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/params.h>
#include <openssl/x509.h>

#include <memory>

/// OpenSSL's handles with an owner. For sources only: headers forward declare what they name.
namespace mintmark::evp {

template <auto function> struct Deleter
{
    template <class T> void operator()(T *pointer) const { function(pointer); }
};
template <class T, auto function> using Handle = std::unique_ptr<T, Deleter<function>>;

using Key = Handle<EVP_PKEY, EVP_PKEY_free>;
using KeyContext = Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using DigestContext = Handle<EVP_MD_CTX, EVP_MD_CTX_free>;
using EcdsaSignature = Handle<ECDSA_SIG, ECDSA_SIG_free>;
using Number = Handle<BIGNUM, BN_free>;
using Bio = Handle<BIO, BIO_free>;
using Certificate = Handle<X509, X509_free>;
using Parameters = Handle<OSSL_PARAM, OSSL_PARAM_free>;
using ParameterBuilder = Handle<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;

/// What OpenSSL noted meanwhile is of no use to whoever calls it next in this thread.
struct ErrorQueueGuard
{
    ErrorQueueGuard() = default;
    ErrorQueueGuard(const ErrorQueueGuard &) = delete;
    ErrorQueueGuard &operator=(const ErrorQueueGuard &) = delete;
    ~ErrorQueueGuard() { ERR_clear_error(); }
};

inline const uchar *data(QByteArrayView bytes)
{
    return reinterpret_cast<const uchar *>(bytes.data());
}

inline size_t size(QByteArrayView bytes)
{
    return static_cast<size_t>(bytes.size());
}

/// Big-endian; the caller has bounded the size.
inline Number number(QByteArrayView bytes)
{
    return Number(BN_bin2bn(data(bytes), static_cast<int>(bytes.size()), nullptr));
}

} // namespace mintmark::evp
