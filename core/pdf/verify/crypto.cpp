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

std::string finishDigest(EVP_MD_CTX *context)
{
    unsigned char out[EVP_MAX_MD_SIZE] = {};
    unsigned size = 0;
    // SHAKE256 goes with Ed448 and gives 64 bytes there, RFC 8419.
    constexpr std::size_t ShakeBytes = 64;
    if (EVP_MD_is_a(EVP_MD_CTX_get0_md(context), "SHAKE256") == 1) {
        return EVP_DigestFinalXOF(context, out, ShakeBytes) == 1
            ? std::string(reinterpret_cast<char *>(out), ShakeBytes)
            : std::string();
    }
    return EVP_DigestFinal_ex(context, out, &size) == 1
        ? std::string(reinterpret_cast<char *>(out), size)
        : std::string();
}

std::string digest(const char *name, std::string_view data)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          EVP_MD_CTX_free);
    const EVP_MD *md = EVP_get_digestbyname(name);
    if (md == nullptr || EVP_DigestInit_ex(context.get(), md, nullptr) != 1
        || EVP_DigestUpdate(context.get(), data.data(), data.size()) != 1) {
        return {};
    }
    return finishDigest(context.get());
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
