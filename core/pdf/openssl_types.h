// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pdf/signer.h"

#include <QByteArray>
#include <QDateTime>

#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <vector>

namespace andu::pdf {

template <auto Free>
struct Releases
{
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using X509Ptr = std::unique_ptr<X509, Releases<X509_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Releases<EVP_PKEY_free>>;
using DigestContextPtr = std::unique_ptr<EVP_MD_CTX, Releases<EVP_MD_CTX_free>>;
using KeyContextPtr = std::unique_ptr<EVP_PKEY_CTX, Releases<EVP_PKEY_CTX_free>>;
using BioPtr = std::unique_ptr<BIO, Releases<BIO_free_all>>;

/// Text of the last OpenSSL error; the queue is empty afterwards.
[[nodiscard]] QString opensslError();
[[nodiscard]] X509Ptr parseCertificate(QByteArrayView der);
/// Runs one of the i2d functions.
template <typename Object, typename Encode>
[[nodiscard]] QByteArray derOf(Object *object, Encode encode)
{
    unsigned char *bytes = nullptr;
    const int size = encode(object, &bytes);
    const QByteArray out(reinterpret_cast<const char *>(bytes), std::max(size, 0));
    OPENSSL_free(bytes);
    return out;
}
[[nodiscard]] QDateTime timeOf(const ASN1_TIME *time);
/// The same as with DER, without reading it again.
[[nodiscard]] Result<Identity> identityOf(X509 *certificate, const std::vector<X509Ptr> &others);

[[nodiscard]] inline const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

} // namespace andu::pdf
