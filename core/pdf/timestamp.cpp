// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/timestamp.h"

#include "core/base/literals.h"
#include "core/crypto/cipher.h"
#include "core/pdf/der.h"
#include "core/pdf/openssl_types.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/ts.h>

namespace andu::pdf {

namespace {

using RequestPtr = std::unique_ptr<TS_REQ, Releases<TS_REQ_free>>;
using ResponsePtr = std::unique_ptr<TS_RESP, Releases<TS_RESP_free>>;
using VerifyPtr = std::unique_ptr<TS_VERIFY_CTX, Releases<TS_VERIFY_CTX_free>>;
using CmsPtr = std::unique_ptr<CMS_ContentInfo, Releases<CMS_ContentInfo_free>>;
using StorePtr = std::unique_ptr<X509_STORE, Releases<X509_STORE_free>>;

tl::unexpected<Error> badToken(const QString &why)
{
    ERR_clear_error();
    return fail(ErrorCode::BadReply, u"time stamp: "_s + why);
}

QByteArray requestBytes(const QByteArray &sha256, const QByteArray &nonce)
{
    const QByteArray algorithm = der::sequence({ der::oid("2.16.840.1.101.3.4.2.1"), der::null() });
    const QByteArray certReq = der::tlv(0x01, QByteArray(1, '\xff'));
    return der::sequence({ der::integer(1),
                           der::sequence({ algorithm, der::octets(sha256) }),
                           der::unsignedInteger(nonce),
                           certReq });
}

Result<void> checkChain(CMS_ContentInfo *token, const QList<QByteArray> &trusted)
{
    const StorePtr store(X509_STORE_new());
    for (const QByteArray &root : trusted) {
        if (const X509Ptr certificate = parseCertificate(root)) {
            X509_STORE_add_cert(store.get(), certificate.get());
        }
    }
    X509_STORE_set_purpose(store.get(), X509_PURPOSE_TIMESTAMP_SIGN);
    const unsigned int flags = trusted.isEmpty() ? CMS_NO_SIGNER_CERT_VERIFY : 0U;
    const BioPtr content(BIO_new(BIO_s_mem()));
    if (CMS_verify(token, nullptr, store.get(), nullptr, content.get(), flags) != 1) {
        return badToken(u"its signature does not hold: "_s + opensslError());
    }
    return {};
}

Result<void> checkSigner(CMS_ContentInfo *token, TS_RESP *response)
{
    STACK_OF(X509) *signers = CMS_get0_signers(token);
    X509 *signer = sk_X509_num(signers) == 1 ? sk_X509_value(signers, 0) : nullptr;
    const bool isForStamps
        = signer != nullptr && X509_check_purpose(signer, X509_PURPOSE_TIMESTAMP_SIGN, 0) == 1;
    const ASN1_GENERALIZEDTIME *time = TS_TST_INFO_get_time(TS_RESP_get_tst_info(response));
    const bool isValidThen = isForStamps
        && ASN1_TIME_compare(X509_get0_notBefore(signer), time) <= 0
        && ASN1_TIME_compare(time, X509_get0_notAfter(signer)) <= 0;
    sk_X509_free(signers);
    if (!isForStamps) {
        return badToken(u"the certificate is not one for time stamping"_s);
    }
    if (!isValidThen) {
        return badToken(u"the certificate was not valid at the stamped time"_s);
    }
    return {};
}

} // namespace

Result<QByteArray> requestToken(const TimestampAuthority &authority, const QByteArray &sha256)
{
    const QByteArray request = requestBytes(sha256, crypto::randomBytes(12));
    const auto reply
        = authority.fetch(authority.url, QByteArrayLiteral("application/timestamp-query"), request);
    if (!reply) {
        return reply;
    }
    const unsigned char *at = bytesOf(request);
    const RequestPtr asked(d2i_TS_REQ(nullptr, &at, long(request.size())));
    at = bytesOf(*reply);
    const ResponsePtr response(d2i_TS_RESP(nullptr, &at, long(reply->size())));
    if (!asked || !response) {
        return badToken(u"the answer is no time stamp response"_s);
    }
    const VerifyPtr verify(TS_REQ_to_TS_VERIFY_CTX(asked.get(), nullptr));
    TS_VERIFY_CTX_set_flags(verify.get(), TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_NONCE);
    if (TS_RESP_verify_response(verify.get(), response.get()) != 1) {
        return badToken(u"the answer does not fit the request: "_s + opensslError());
    }
    // The token as received, not encoded again.
    QByteArrayView rest(*reply);
    const auto outer = der::take(rest);
    const auto parts = outer ? der::children(outer->content) : std::nullopt;
    if (!parts || parts->size() < 2) {
        return badToken(u"the answer holds no token"_s);
    }
    const QByteArray token = parts->at(1).whole.toByteArray();
    at = bytesOf(token);
    const CmsPtr container(d2i_CMS_ContentInfo(nullptr, &at, long(token.size())));
    if (!container) {
        return badToken(u"the token cannot be read"_s);
    }
    return checkChain(container.get(), authority.trusted)
        .and_then([&] { return checkSigner(container.get(), response.get()); })
        .map([&] { return token; });
}

} // namespace andu::pdf
