// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include "core/base/literals.h"
#include "core/pdf/openssl_types.h"

#include <QPainter>
#include <QPdfWriter>

#include <openssl/ec.h>

namespace andu::pdf::samples {

namespace {

QByteArray assembled(const QList<QByteArray> &bodies)
{
    QByteArray out = "%PDF-1.7\n";
    QList<qsizetype> offsets;
    for (const QByteArray &body : bodies) {
        offsets.append(out.size());
        out += QByteArray::number(offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
    }
    const qsizetype xref = out.size();
    out += "xref\n0 " + QByteArray::number(bodies.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype offset : offsets) {
        out += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    }
    return out + "trailer\n<</Size " + QByteArray::number(bodies.size() + 1)
        + " /Root 1 0 R>>\nstartxref\n" + QByteArray::number(xref) + "\n%%EOF\n";
}

} // namespace

QByteArray plain(int pages)
{
    QByteArray kids;
    QList<QByteArray> bodies{ "<</Type /Catalog /Pages 2 0 R>>", {} };
    for (int i = 0; i < pages; ++i) {
        bodies.append("<</Type /Page /Parent 2 0 R /Resources <<>>>>");
        kids += QByteArray::number(bodies.size()) + " 0 R ";
    }
    bodies[1] = "<</Type /Pages /Count " + QByteArray::number(pages) + " /Kids [" + kids
        + "] /MediaBox [0 0 595 842]>>";
    return assembled(bodies);
}

QByteArray withForm()
{
    return assembled({
        "<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [4 0 R]>>>>",
        "<</Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595 842]>>",
        "<</Type /Page /Parent 2 0 R /Annots [4 0 R] /Resources <<>>>>",
        "<</Type /Annot /Subtype /Widget /FT /Tx /T (name) /Rect [72 700 300 724] /P 3 0 R>>",
    });
}

QByteArray painted(const std::function<void(QPainter &)> &paint, int pages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(254); // ten dots a millimetre
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    for (int i = 0; i < pages; ++i) {
        if (i > 0) {
            writer.newPage();
        }
        paint(painter);
    }
    painter.end();
    return buffer.data();
}

Result<Document> open(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return Document::open(std::move(buffer));
}

std::unique_ptr<SoftwareSigner> signer(KeyKind kind)
{
    const bool isSm2 = kind == KeyKind::Sm2;
    const KeyPtr key(isSm2 ? EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2") : EVP_EC_gen("P-256"));
    const X509Ptr certificate(X509_new());
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 7);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>("Fake"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    const DigestContextPtr context(EVP_MD_CTX_new());
    const KeyContextPtr keyContext(EVP_PKEY_CTX_new(key.get(), nullptr));
    if (isSm2) {
        EVP_PKEY_CTX_set1_id(keyContext.get(), Sm2Id.data(), int(Sm2Id.size()));
    }
    EVP_MD_CTX_set_pkey_ctx(context.get(), keyContext.get());
    EVP_DigestSignInit(
        context.get(), nullptr, isSm2 ? EVP_sm3() : EVP_sha256(), nullptr, key.get());
    X509_sign_ctx(certificate.get(), context.get());
    QByteArray der = derOf(key.get(), i2d_PrivateKey);
    const crypto::SecureBytes secret{ QByteArrayView(der) };
    crypto::wipe(der);
    auto made = SoftwareSigner::fromKey(secret, derOf(certificate.get(), i2d_X509), {});
    return made ? std::move(*made) : nullptr;
}

} // namespace andu::pdf::samples
