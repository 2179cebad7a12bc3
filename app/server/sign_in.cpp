// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sign_in.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace andu::server {

namespace {

constexpr unsigned KeyBits = 1024;

} // namespace

PasswordKey::PasswordKey()
    : m_key(EVP_RSA_gen(KeyBits), EVP_PKEY_free)
{ }

QString PasswordKey::publicText() const
{
    unsigned char *bytes = nullptr;
    const int size = i2d_PUBKEY(m_key.get(), &bytes);
    const QByteArray encoded(reinterpret_cast<const char *>(bytes), qMax(0, size));
    OPENSSL_free(bytes);
    return QString::fromLatin1(encoded.toBase64());
}

std::optional<QString> PasswordKey::decrypted(const QString &base64) const
{
    QByteArray text = base64.toLatin1();
    text.replace('-', '+').replace('_', '/');
    const QByteArray input = QByteArray::fromBase64(text);
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new(m_key.get(), nullptr), EVP_PKEY_CTX_free);
    const auto *data = reinterpret_cast<const unsigned char *>(input.constData());
    size_t size = KeyBits / 8;
    QByteArray output(qsizetype(size), '\0');
    const bool isDone = context && EVP_PKEY_decrypt_init(context.get()) > 0
        && EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) > 0
        && EVP_PKEY_decrypt(context.get(),
                            reinterpret_cast<unsigned char *>(output.data()),
                            &size,
                            data,
                            size_t(input.size()))
            > 0;
    return isDone ? std::optional(QString::fromUtf8(output.left(qsizetype(size)))) : std::nullopt;
}

} // namespace andu::server
