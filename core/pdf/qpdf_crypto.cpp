// SPDX-License-Identifier: GPL-3.0-or-later
// QPDF asks a provider for its ciphers. The one that Debian builds in needs GnuTLS, whose loading
// takes as long as all the rest of a signature's parsing; this one uses the OpenSSL that is there
// anyway. It takes the place of QPDF's own registry, so that a program linked with the QPDF archive
// does not refer to GnuTLS at all.
#include <qpdf/QPDFCryptoProvider.hh>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <cstring>
#include <numeric>
#include <stdexcept>

namespace {

/// QPDF reports what its own providers throw as a damaged or unsupported file.
void check(bool isGood)
{
    if (!isGood) {
        throw std::runtime_error("a cipher of the file is not available");
    }
}

class DigestState
{
public:
    void start(const EVP_MD *kind)
    {
        check(EVP_DigestInit_ex(m_context.get(), kind, nullptr) == 1);
    }
    void add(const unsigned char *data, size_t size)
    {
        check(EVP_DigestUpdate(m_context.get(), data, size) == 1);
    }
    void finish() { check(EVP_DigestFinal_ex(m_context.get(), m_value.data(), &m_size) == 1); }
    [[nodiscard]] const unsigned char *value() const { return m_value.data(); }
    [[nodiscard]] size_t size() const { return m_size; }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context{ EVP_MD_CTX_new(),
                                                                       EVP_MD_CTX_free };
    std::array<unsigned char, EVP_MAX_MD_SIZE> m_value{};
    unsigned int m_size = 0;
};

/// OpenSSL keeps RC4 in a provider of its own that programs should not load for one old file.
class Rc4
{
public:
    void start(const unsigned char *key, size_t size)
    {
        check(size > 0);
        std::iota(m_state.begin(), m_state.end(), static_cast<unsigned char>(0));
        m_first = 0;
        m_second = 0;
        unsigned char j = 0;
        for (size_t i = 0; i < m_state.size(); ++i) {
            j = static_cast<unsigned char>(j + m_state[i] + key[i % size]);
            std::swap(m_state[i], m_state[j]);
        }
    }
    void process(const unsigned char *in, size_t size, unsigned char *out)
    {
        for (size_t i = 0; i < size; ++i) {
            m_first = static_cast<unsigned char>(m_first + 1);
            m_second = static_cast<unsigned char>(m_second + m_state[m_first]);
            std::swap(m_state[m_first], m_state[m_second]);
            const auto at = static_cast<unsigned char>(m_state[m_first] + m_state[m_second]);
            out[i] = static_cast<unsigned char>(in[i] ^ m_state[at]);
        }
    }

private:
    std::array<unsigned char, 256> m_state{};
    unsigned char m_first = 0;
    unsigned char m_second = 0;
};

const EVP_CIPHER *aes(size_t keyBytes, bool isChained)
{
    switch (keyBytes) {
    case 16:
        return isChained ? EVP_aes_128_cbc() : EVP_aes_128_ecb();
    case 24:
        return isChained ? EVP_aes_192_cbc() : EVP_aes_192_ecb();
    case 32:
        return isChained ? EVP_aes_256_cbc() : EVP_aes_256_ecb();
    default:
        return nullptr;
    }
}

class OpensslCrypto : public QPDFCryptoImpl
{
public:
    void provideRandomData(unsigned char *data, size_t len) override
    {
        check(RAND_bytes(data, static_cast<int>(len)) == 1);
    }

    void MD5_init() override { m_md5.start(EVP_md5()); }
    void MD5_update(const unsigned char *data, size_t len) override { m_md5.add(data, len); }
    void MD5_finalize() override { m_md5.finish(); }
    void MD5_digest(MD5_Digest out) override
    {
        std::memcpy(out, m_md5.value(), sizeof(MD5_Digest));
    }

    void SHA2_init(int bits) override
    {
        m_sha.start(bits == 256 ? EVP_sha256() : bits == 384 ? EVP_sha384() : EVP_sha512());
    }
    void SHA2_update(const unsigned char *data, size_t len) override { m_sha.add(data, len); }
    void SHA2_finalize() override { m_sha.finish(); }
    std::string SHA2_digest() override
    {
        return { reinterpret_cast<const char *>(m_sha.value()), m_sha.size() };
    }

    void RC4_init(const unsigned char *key, int len) override
    {
        const auto *text = reinterpret_cast<const char *>(key);
        m_rc4.start(key, len < 0 ? std::strlen(text) : static_cast<size_t>(len));
    }
    void RC4_process(const unsigned char *in, size_t len, unsigned char *out) override
    {
        // QPDF's way to say "in place".
        m_rc4.process(in, len, out == nullptr ? const_cast<unsigned char *>(in) : out);
    }
    void RC4_finalize() override { }

    void rijndael_init(bool encrypt,
                       const unsigned char *key,
                       size_t keyBytes,
                       bool isChained,
                       unsigned char *vector) override
    {
        const EVP_CIPHER *cipher = aes(keyBytes, isChained);
        check(cipher != nullptr);
        check(EVP_CipherInit_ex(
                  m_aes.get(), cipher, nullptr, key, isChained ? vector : nullptr, encrypt ? 1 : 0)
              == 1);
        EVP_CIPHER_CTX_set_padding(m_aes.get(), 0); // QPDF pads itself
    }
    void rijndael_process(unsigned char *in, unsigned char *out) override
    {
        int written = 0;
        check(EVP_CipherUpdate(m_aes.get(), out, &written, in, int(rijndael_buf_size)) == 1);
    }
    void rijndael_finalize() override { }

private:
    DigestState m_md5;
    DigestState m_sha;
    Rc4 m_rc4;
    std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> m_aes{ EVP_CIPHER_CTX_new(),
                                                                           EVP_CIPHER_CTX_free };
};

constexpr const char *Name = "openssl";

} // namespace

std::shared_ptr<QPDFCryptoImpl> QPDFCryptoProvider::getImpl()
{
    return std::make_shared<OpensslCrypto>();
}

std::shared_ptr<QPDFCryptoImpl> QPDFCryptoProvider::getImpl(const std::string &)
{
    return std::make_shared<OpensslCrypto>();
}

void QPDFCryptoProvider::setDefaultProvider(const std::string &) { }

std::set<std::string> QPDFCryptoProvider::getRegisteredImpls()
{
    return { Name };
}

std::string QPDFCryptoProvider::getDefaultProvider()
{
    return Name;
}
