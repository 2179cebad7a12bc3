// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/cipher.h"

#include "core/base/literals.h"

#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <sodium.h>

#include <memory>

namespace andu::crypto {

namespace {

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

bool isUsable(const SecureBytes &key, QByteArrayView nonce, QByteArrayView text)
{
    return key.size() == 32 && nonce.size() == GcmNonceBytes && text.size() < (1 << 30);
}

} // namespace

QByteArray randomBytes(qsizetype count)
{
    QByteArray result(count, Qt::Uninitialized);
    if (sodium_init() >= 0) {
        randombytes_buf(result.data(), static_cast<std::size_t>(count));
    }
    return result;
}

SecureBytes randomSecret(std::size_t count)
{
    SecureBytes result(count);
    if (!result.isEmpty()) {
        randombytes_buf(result.data(), count);
    }
    return result;
}

Result<QByteArray> gcmEncrypt(const SecureBytes &key,
                              QByteArrayView nonce,
                              QByteArrayView associated,
                              QByteArrayView plain)
{
    if (!isUsable(key, nonce, plain)) {
        return fail(ErrorCode::BadInput, u"AES-GCM: key, nonce or text of wrong size"_s);
    }
    QByteArray out(plain.size() + GcmTagBytes, Qt::Uninitialized);
    auto *target = reinterpret_cast<unsigned char *>(out.data());
    const CipherContext context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int length = 0;
    const bool isDone
        = context
        && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), bytes(nonce))
        && (associated.isEmpty()
            || EVP_EncryptUpdate(
                context.get(), nullptr, &length, bytes(associated), int(associated.size())))
        && (plain.isEmpty()
            || EVP_EncryptUpdate(context.get(), target, &length, bytes(plain), int(plain.size())))
        && EVP_EncryptFinal_ex(context.get(), target + plain.size(), &length)
        && EVP_CIPHER_CTX_ctrl(
              context.get(), EVP_CTRL_GCM_GET_TAG, GcmTagBytes, target + plain.size());
    if (!isDone) {
        return fail(ErrorCode::Storage, u"AES-GCM encryption failed"_s);
    }
    return out;
}

Result<QByteArray> gcmDecrypt(const SecureBytes &key,
                              QByteArrayView nonce,
                              QByteArrayView associated,
                              QByteArrayView sealed)
{
    if (!isUsable(key, nonce, sealed) || sealed.size() < GcmTagBytes) {
        return fail(ErrorCode::Damaged, u"AES-GCM: sealed text too short"_s);
    }
    const qsizetype size = sealed.size() - GcmTagBytes;
    QByteArray out(size, Qt::Uninitialized);
    QByteArray tag = sealed.last(GcmTagBytes).toByteArray();
    auto *target = reinterpret_cast<unsigned char *>(out.data());
    const CipherContext context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int length = 0;
    unsigned char rest[16];
    const bool isDone = context
        && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.data(), bytes(nonce))
        && (associated.isEmpty()
            || EVP_DecryptUpdate(
                context.get(), nullptr, &length, bytes(associated), int(associated.size())))
        && (size == 0
            || EVP_DecryptUpdate(context.get(), target, &length, bytes(sealed), int(size)))
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, GcmTagBytes, tag.data())
        && EVP_DecryptFinal_ex(context.get(), rest, &length) > 0;
    if (!isDone) {
        wipe(out);
        return fail(ErrorCode::Damaged, u"AES-GCM: authentication failed"_s);
    }
    return out;
}

Result<SecureBytes>
hkdfSha256(const SecureBytes &key, QByteArrayView salt, QByteArrayView info, std::size_t size)
{
    SecureBytes out(size);
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr), &EVP_PKEY_CTX_free);
    std::size_t length = size;
    const QByteArray zeros(32, '\0'); // RFC 5869: an absent salt is a block of zeros.
    const QByteArrayView used = salt.isEmpty() ? QByteArrayView(zeros) : salt;
    const bool isDone = context && out.size() == size && EVP_PKEY_derive_init(context.get()) > 0
        && EVP_PKEY_CTX_set_hkdf_md(context.get(), EVP_sha256()) > 0
        && EVP_PKEY_CTX_set1_hkdf_salt(context.get(), bytes(used), int(used.size())) > 0
        && EVP_PKEY_CTX_set1_hkdf_key(context.get(), key.data(), int(key.size())) > 0
        && EVP_PKEY_CTX_add1_hkdf_info(context.get(), bytes(info), int(info.size())) > 0
        && EVP_PKEY_derive(context.get(), out.data(), &length) > 0;
    if (!isDone) {
        return fail(ErrorCode::Storage, u"HKDF failed"_s);
    }
    return out;
}

Result<SecureBytes> argon2id(const SecureBytes &passphrase,
                             QByteArrayView salt,
                             const Argon2Cost &cost,
                             std::size_t size)
{
    if (salt.size() != crypto_pwhash_SALTBYTES || passphrase.isEmpty()) {
        return fail(ErrorCode::BadInput, u"Argon2id: empty passphrase or salt of wrong size"_s);
    }
    SecureBytes out(size);
    if (crypto_pwhash(out.data(),
                      size,
                      reinterpret_cast<const char *>(passphrase.data()),
                      passphrase.size(),
                      bytes(salt),
                      cost.passes,
                      cost.memoryBytes,
                      crypto_pwhash_ALG_ARGON2ID13)
        != 0) {
        return fail(ErrorCode::Storage, u"Argon2id: not enough memory"_s);
    }
    return out;
}

} // namespace andu::crypto
