// SPDX-License-Identifier: GPL-3.0-or-later
// A token library for tests: one device, one application, one container with the key and
// certificate in PEM files named by ANDU_FAKE_SKF (without .key and .pem). The PIN is "1234";
// "boom" crashes, as vendors' libraries do.
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

std::string file(const char *suffix)
{
    const char *stem = std::getenv("ANDU_FAKE_SKF");
    return std::string(stem != nullptr ? stem : "") + suffix;
}

unsigned long list(const char *name, char *target, std::uint32_t *size)
{
    std::memcpy(target, name, std::strlen(name) + 1);
    target[std::strlen(name) + 1] = '\0';
    *size = std::uint32_t(std::strlen(name) + 2);
    return 0;
}

EVP_PKEY *key()
{
    std::FILE *in = std::fopen(file(".key").c_str(), "r");
    EVP_PKEY *loaded = in != nullptr ? PEM_read_PrivateKey(in, nullptr, nullptr, nullptr) : nullptr;
    if (in != nullptr) {
        std::fclose(in);
    }
    return loaded;
}

int handle;

} // namespace

extern "C" {

struct EccSignature
{
    unsigned char r[64];
    unsigned char s[64];
};

unsigned long SKF_EnumDev(int, char *names, std::uint32_t *size)
{
    return list("Fake device", names, size);
}

unsigned long SKF_ConnectDev(const char *, void **device)
{
    std::puts("vendor chatter on stdout");
    std::fflush(stdout);
    *device = &handle;
    return 0;
}

unsigned long SKF_DisConnectDev(void *)
{
    return 0;
}

unsigned long SKF_EnumApplication(void *, char *names, std::uint32_t *size)
{
    return list("Fake application", names, size);
}

unsigned long SKF_OpenApplication(void *, const char *, void **application)
{
    *application = &handle;
    return 0;
}

unsigned long SKF_CloseApplication(void *)
{
    return 0;
}

unsigned long SKF_EnumContainer(void *, char *names, std::uint32_t *size)
{
    return list("seal", names, size);
}

unsigned long SKF_OpenContainer(void *, const char *, void **container)
{
    *container = &handle;
    return 0;
}

unsigned long SKF_CloseContainer(void *)
{
    return 0;
}

unsigned long SKF_ExportCertificate(void *, int, unsigned char *target, std::uint32_t *size)
{
    std::FILE *in = std::fopen(file(".pem").c_str(), "r");
    X509 *certificate = in != nullptr ? PEM_read_X509(in, nullptr, nullptr, nullptr) : nullptr;
    if (in != nullptr) {
        std::fclose(in);
    }
    unsigned char *at = target;
    *size = std::uint32_t(certificate != nullptr ? i2d_X509(certificate, &at) : 0);
    X509_free(certificate);
    return 0;
}

unsigned long SKF_VerifyPIN(void *, std::uint32_t, char *pin, std::uint32_t *retries)
{
    if (std::strcmp(pin, "boom") == 0) {
        std::abort();
    }
    *retries = 3;
    return std::strcmp(pin, "1234") == 0 ? 0 : 0x0a000024;
}

unsigned long SKF_ECCSignData(void *, unsigned char *data, std::uint32_t size, EccSignature *out)
{
    EVP_PKEY *loaded = key();
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(loaded, nullptr);
    unsigned char der[128];
    std::size_t length = sizeof(der);
    const bool isSigned
        = EVP_PKEY_sign_init(context) == 1 && EVP_PKEY_sign(context, der, &length, data, size) == 1;
    const unsigned char *at = der;
    ECDSA_SIG *signature = isSigned ? d2i_ECDSA_SIG(nullptr, &at, long(length)) : nullptr;
    if (signature != nullptr) {
        std::memset(out, 0, sizeof(*out));
        BN_bn2binpad(ECDSA_SIG_get0_r(signature), out->r + 32, 32);
        BN_bn2binpad(ECDSA_SIG_get0_s(signature), out->s + 32, 32);
    }
    ECDSA_SIG_free(signature);
    EVP_PKEY_CTX_free(context);
    EVP_PKEY_free(loaded);
    return isSigned ? 0 : 0x0a000001;
}

unsigned long
SKF_RSASignData(void *, unsigned char *, std::uint32_t, unsigned char *, std::uint32_t *)
{
    return 0x0a000001;
}
}
