// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/crypto.h"

#include <openssl/evp.h>

#include <memory>

namespace andu::pdf::verify {

namespace {

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::string
aesCbc(std::string_view key, std::string_view iv, std::string_view data, Pad pad, int encrypts)
{
    const EVP_CIPHER *cipher = key.size() == 16 ? EVP_aes_128_cbc()
        : key.size() == 32                      ? EVP_aes_256_cbc()
                                                : nullptr;
    const Cipher context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    if (cipher == nullptr || iv.size() != 16 || data.size() > 0x7ffffff0
        || EVP_CipherInit_ex(context.get(), cipher, nullptr, bytesOf(key), bytesOf(iv), encrypts)
            != 1) {
        return {};
    }
    EVP_CIPHER_CTX_set_padding(context.get(), pad == Pad::Yes ? 1 : 0);
    std::string out(data.size() + 32, '\0');
    auto *target = reinterpret_cast<unsigned char *>(out.data());
    int size = 0;
    int last = 0;
    const auto count = static_cast<int>(data.size());
    if (EVP_CipherUpdate(context.get(), target, &size, bytesOf(data), count) != 1
        || EVP_CipherFinal_ex(context.get(), target + size, &last) != 1) {
        return {};
    }
    out.resize(static_cast<std::size_t>(size) + static_cast<std::size_t>(last));
    return out;
}

} // namespace

std::string digest(const char *name, std::string_view data)
{
    std::string out(EVP_MAX_MD_SIZE, '\0');
    std::size_t size = 0;
    if (EVP_Q_digest(nullptr,
                     name,
                     nullptr,
                     data.data(),
                     data.size(),
                     reinterpret_cast<unsigned char *>(out.data()),
                     &size)
        != 1) {
        return {};
    }
    out.resize(size);
    return out;
}

std::string aesDecryptCbc(std::string_view key, std::string_view iv, std::string_view data, Pad pad)
{
    return aesCbc(key, iv, data, pad, 0);
}

std::string aesEncryptCbc(std::string_view key, std::string_view iv, std::string_view data)
{
    return aesCbc(key, iv, data, Pad::No, 1);
}

} // namespace andu::pdf::verify
