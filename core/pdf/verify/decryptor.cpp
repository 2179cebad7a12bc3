// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/decryptor.h"

#include "core/pdf/verify/crypto.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace andu::pdf::verify {

namespace {

/// Padding of passwords, ISO 32000-2, algorithm 2, step a.
constexpr unsigned char Padding[]
    = { 0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E,
        0x56, 0xFF, 0xFA, 0x01, 0x08, 0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68,
        0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A };

std::string padded(Bytes password)
{
    std::string out(password.substr(0, 32));
    out.append(reinterpret_cast<const char *>(Padding), 32 - out.size());
    return out;
}

/// Written out because OpenSSL 3 has RC4 only in a provider that need not be installed.
std::string rc4(Bytes key, Bytes data)
{
    std::array<unsigned char, 256> box{};
    std::iota(box.begin(), box.end(), static_cast<unsigned char>(0));
    unsigned j = 0;
    for (unsigned i = 0; i < 256; ++i) {
        j = (j + box[i] + static_cast<unsigned char>(key[i % key.size()])) & 255U;
        std::swap(box[i], box[j]);
    }
    std::string out(data);
    unsigned i = 0;
    j = 0;
    for (char &byte : out) {
        i = (i + 1) & 255U;
        j = (j + box[i]) & 255U;
        std::swap(box[i], box[j]);
        const unsigned stream = box[(box[i] + box[j]) & 255U];
        byte = static_cast<char>(static_cast<unsigned char>(byte) ^ stream);
    }
    return out;
}

struct Legacy
{
    std::int64_t revision = 0;
    std::size_t keyBytes = 5;
    std::string owner;
    std::string user;
    std::string permissions; ///< Four bytes, low first.
    std::string id;
    bool encryptsMetadata = true;
};

/// Algorithm 2.
std::string legacyKey(const Legacy &handler, Bytes password)
{
    std::string input
        = padded(password) + handler.owner.substr(0, 32) + handler.permissions + handler.id;
    if (handler.revision >= 4 && !handler.encryptsMetadata) {
        input.append(4, '\xff');
    }
    std::string key = digest("MD5", input).substr(0, handler.keyBytes);
    for (int i = 0; handler.revision >= 3 && i < 50; ++i) {
        key = digest("MD5", key).substr(0, handler.keyBytes);
    }
    return key;
}

/// Algorithms 4, 5 and 6.
bool opensLegacy(const Legacy &handler, const std::string &key)
{
    const std::string padding(reinterpret_cast<const char *>(Padding), 32);
    if (handler.revision == 2) {
        return rc4(key, padding) == handler.user.substr(0, 32);
    }
    std::string check = rc4(key, digest("MD5", padding + handler.id));
    for (int i = 1; i < 20; ++i) {
        std::string turned = key;
        for (char &byte : turned) {
            byte = static_cast<char>(byte ^ i);
        }
        check = rc4(turned, check);
    }
    return check == handler.user.substr(0, 16);
}

/// Algorithm 7: the user password that an owner password gives.
std::string userPasswordOf(const Legacy &handler, Bytes ownerPassword)
{
    std::string key = digest("MD5", padded(ownerPassword));
    for (int i = 0; handler.revision >= 3 && i < 50; ++i) {
        key = digest("MD5", key);
    }
    key.resize(handler.keyBytes);
    std::string user = handler.owner.substr(0, 32);
    for (int i = handler.revision >= 3 ? 19 : 0; i >= 0; --i) {
        std::string turned = key;
        for (char &byte : turned) {
            byte = static_cast<char>(byte ^ i);
        }
        user = rc4(turned, user);
    }
    return user;
}

/// Algorithm 2.B of revision 6; revision 5 is plain SHA-256.
std::string hardHash(std::int64_t revision, Bytes password, Bytes salt, Bytes user)
{
    std::string key = digest("SHA256", std::string(password).append(salt).append(user));
    if (revision < 6) {
        return key;
    }
    for (int round = 0;; ++round) {
        std::string one = std::string(password).append(key).append(user);
        std::string many;
        for (int i = 0; i < 64; ++i) {
            many += one;
        }
        const std::string mixed = aesEncryptCbc(key.substr(0, 16), key.substr(16, 16), many);
        if (mixed.empty()) {
            return {};
        }
        unsigned remainder = 0;
        for (std::size_t i = 0; i < 16; ++i) {
            remainder += static_cast<unsigned char>(mixed[i]);
        }
        remainder %= 3;
        key = digest(remainder == 0 ? "SHA256" : remainder == 1 ? "SHA384" : "SHA512", mixed);
        if (round >= 63 && static_cast<unsigned char>(mixed.back()) <= round - 31) {
            return key.substr(0, 32);
        }
    }
}

/// Algorithm 2.A.
std::string modernKey(const Value &encrypt, std::int64_t revision, Bytes password)
{
    const std::string user = encrypt.at("U").text;
    const std::string owner = encrypt.at("O").text;
    const std::string userKey = encrypt.at("UE").text;
    const std::string ownerKey = encrypt.at("OE").text;
    if (user.size() < 48 || owner.size() < 48 || userKey.size() < 32 || ownerKey.size() < 32) {
        return {};
    }
    const Bytes word = password.substr(0, 127);
    const std::string zero(16, '\0');
    const Bytes all(user.data(), 48);
    if (hardHash(revision, word, Bytes(owner).substr(32, 8), all) == owner.substr(0, 32)) {
        const std::string key = hardHash(revision, word, Bytes(owner).substr(40, 8), all);
        return aesDecryptCbc(key, zero, Bytes(ownerKey).substr(0, 32), Pad::No);
    }
    if (hardHash(revision, word, Bytes(user).substr(32, 8), {}) == user.substr(0, 32)) {
        const std::string key = hardHash(revision, word, Bytes(user).substr(40, 8), {});
        return aesDecryptCbc(key, zero, Bytes(userKey).substr(0, 32), Pad::No);
    }
    return {};
}

} // namespace

Decryptor::Method Decryptor::methodOf(const Value &encrypt, std::string_view which)
{
    const std::int64_t version = encrypt.at("V").number;
    if (version < 4) {
        return Method::Rc4;
    }
    const Value &name = encrypt.at(which);
    if (!name.isName() || name.text == "Identity") {
        return Method::None;
    }
    const Value &method = encrypt.at("CF").at(name.text).at("CFM");
    return method.isName("V2")   ? Method::Rc4
        : method.isName("AESV2") ? Method::Aes128
        : method.isName("AESV3") ? Method::Aes256
                                 : Method::None;
}

std::optional<Decryptor> Decryptor::open(const Value &encrypt, Bytes firstId, Bytes password)
{
    const std::int64_t version = encrypt.at("V").number;
    const std::int64_t revision = encrypt.at("R").number;
    const bool isKnown = encrypt.at("Filter").isName("Standard") && version >= 1 && version <= 5
        && version != 3 && revision >= 2 && revision <= 6;
    if (!isKnown) {
        return std::nullopt;
    }
    Decryptor decryptor;
    decryptor.m_strings = methodOf(encrypt, "StrF");
    decryptor.m_streams = methodOf(encrypt, "StmF");
    const Value &metadata = encrypt.at("EncryptMetadata");
    decryptor.m_encryptsMetadata = metadata.kind != Value::Kind::Bool || metadata.number != 0;
    if (version == 5) {
        decryptor.m_key = modernKey(encrypt, revision, password);
        return decryptor.m_key.size() == 32 ? std::optional(decryptor) : std::nullopt;
    }
    Legacy handler;
    handler.revision = revision;
    const Value &length = encrypt.at("Length");
    const std::int64_t bits = length.isInt() ? length.number : version == 4 ? 128 : 40;
    handler.keyBytes = version == 1 ? 5
        : version == 4              ? 16
                                    : static_cast<std::size_t>(
                           std::clamp<std::int64_t>(bits < 40 ? bits * 8 : bits, 40, 128) / 8);
    handler.owner = encrypt.at("O").text;
    handler.user = encrypt.at("U").text;
    handler.id = std::string(firstId);
    handler.encryptsMetadata = decryptor.m_encryptsMetadata;
    const auto permissions = static_cast<std::uint64_t>(encrypt.at("P").number);
    for (unsigned i = 0; i < 4; ++i) {
        handler.permissions.push_back(static_cast<char>((permissions >> (8 * i)) & 255));
    }
    if (handler.owner.size() < 32 || handler.user.size() < 16) {
        return std::nullopt;
    }
    for (const std::string &word : { std::string(password), userPasswordOf(handler, password) }) {
        decryptor.m_key = legacyKey(handler, word);
        if (opensLegacy(handler, decryptor.m_key)) {
            return decryptor;
        }
    }
    return std::nullopt;
}

std::string Decryptor::decrypt(Bytes data, Method method, Ref owner) const
{
    if (method == Method::None) {
        return std::string(data);
    }
    std::string key = m_key;
    if (method != Method::Aes256) { // algorithm 1
        const auto number = static_cast<std::uint64_t>(owner.number);
        const auto generation = static_cast<std::uint64_t>(owner.generation);
        for (const std::uint64_t byte :
             { number, number >> 8U, number >> 16U, generation, generation >> 8U }) {
            key.push_back(static_cast<char>(byte & 255U));
        }
        if (method == Method::Aes128) {
            key += "sAlT";
        }
        key = digest("MD5", key).substr(0, std::min<std::size_t>(m_key.size() + 5, 16));
    }
    if (method == Method::Rc4) {
        return rc4(key, data);
    }
    if (data.size() < 16) {
        return {};
    }
    return aesDecryptCbc(key, data.substr(0, 16), data.substr(16), Pad::Yes);
}

void Decryptor::decryptStrings(Value &value, Ref owner) const
{
    if (value.isString()) {
        value.text = decrypt(value.text, m_strings, owner);
        return;
    }
    const bool isSignature = value.isDict() && value.has("ByteRange") && value.has("Contents");
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (isSignature && i % 2 == 1 && value.items[i - 1].text == "Contents") {
            continue;
        }
        decryptStrings(value.items[i], owner);
    }
}

std::string Decryptor::decryptStream(Bytes raw, const Value &dict, Ref owner) const
{
    const bool isPlain = dict.at("Type").isName("XRef")
        || (dict.at("Type").isName("Metadata") && !m_encryptsMetadata);
    return isPlain ? std::string(raw) : decrypt(raw, m_streams, owner);
}

} // namespace andu::pdf::verify
