// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/o2oa/password.h"

#include "core/base/literals.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <memory>

namespace andu::o2oa {

Result<QByteArray> encryptPassword(const QString &publicKey, const crypto::SecureBytes &password)
{
    QByteArray text = publicKey.toLatin1();
    text.replace('-', '+').replace('_', '/'); // Either Base64 alphabet is seen.
    const QByteArray der = QByteArray::fromBase64(text);
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        d2i_PUBKEY(nullptr, &bytes, static_cast<long>(der.size())), &EVP_PKEY_free);
    if (!key) {
        return fail(ErrorCode::BadReply, u"the server's public key cannot be read"_s);
    }
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new(key.get(), nullptr), &EVP_PKEY_CTX_free);
    std::size_t size = 0;
    if (!context || EVP_PKEY_encrypt_init(context.get()) <= 0
        || EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) <= 0
        || EVP_PKEY_encrypt(context.get(), nullptr, &size, password.data(), password.size()) <= 0) {
        return fail(ErrorCode::BadReply, u"the server's public key cannot be used"_s);
    }
    QByteArray out(static_cast<qsizetype>(size), '\0');
    if (EVP_PKEY_encrypt(context.get(),
                         reinterpret_cast<unsigned char *>(out.data()),
                         &size,
                         password.data(),
                         password.size())
        <= 0) {
        return fail(ErrorCode::BadInput, u"the password is too long for the server's key"_s);
    }
    out.truncate(static_cast<qsizetype>(size));
    return out.toBase64();
}

} // namespace andu::o2oa
