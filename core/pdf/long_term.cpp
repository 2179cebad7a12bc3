// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/long_term.h"

#include "core/base/literals.h"
#include "core/pdf/openssl_types.h"
#include "core/pdf/revocation.h"

#include <QCryptographicHash>

#include <openssl/cms.h>
#include <openssl/err.h>

namespace andu::pdf {

namespace {

using CmsPtr = std::unique_ptr<CMS_ContentInfo, Releases<CMS_ContentInfo_free>>;

constexpr int MaxIssuers = 8;

void addCertificates(QList<QByteArray> &out, CMS_ContentInfo *container)
{
    STACK_OF(X509) *certificates = CMS_get1_certs(container);
    for (int i = 0; i < sk_X509_num(certificates); ++i) {
        const QByteArray der = derOf(sk_X509_value(certificates, i), i2d_X509);
        if (!out.contains(der)) {
            out.append(der);
        }
    }
    sk_X509_pop_free(certificates, X509_free);
}

bool isSelfIssued(X509 *certificate)
{
    return X509_NAME_cmp(X509_get_issuer_name(certificate), X509_get_subject_name(certificate))
        == 0;
}

/// Issuer among @p known, or fetched from the address the certificate names.
QByteArray issuerOf(X509 *certificate, const QList<QByteArray> &known, const Fetch &fetch)
{
    for (const QByteArray &der : known) {
        const X509Ptr candidate = parseCertificate(der);
        if (candidate && X509_check_issued(candidate.get(), certificate) == X509_V_OK) {
            return der;
        }
    }
    for (const QString &url : issuerUrlsOf(certificate)) {
        const auto bytes = fetch(url, {}, {});
        const X509Ptr candidate = bytes ? parseCertificate(*bytes) : nullptr;
        if (candidate && X509_check_issued(candidate.get(), certificate) == X509_V_OK) {
            return *bytes;
        }
    }
    return {};
}

/// References of an old DSS array, and the bytes they hold.
struct Stored
{
    QByteArray references;
    QList<QByteArray> contents;
};

Stored storedIn(QPDFObjectHandle dss, const char *key)
{
    Stored stored;
    QPDFObjectHandle list = dss.isDictionary() ? dss.getKey(key) : QPDFObjectHandle::newNull();
    for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i) {
        QPDFObjectHandle item = list.getArrayItem(i);
        if (!item.isStream()) {
            continue;
        }
        stored.references += reference(item.getObjGen()) + ' ';
        const auto data = item.getStreamData(qpdf_dl_generalized);
        stored.contents.append(QByteArray(reinterpret_cast<const char *>(data->getBuffer()),
                                          qsizetype(data->getSize())));
    }
    return stored;
}

QByteArray arrayOf(Update &update, Stored stored, const QList<QByteArray> &more)
{
    for (const QByteArray &item : more) {
        if (!stored.contents.contains(item)) {
            stored.references += reference(update.addFlate({}, item)) + ' ';
            stored.contents.append(item);
        }
    }
    return stored.references.isEmpty() ? QByteArray() : '[' + stored.references.trimmed() + ']';
}

} // namespace

void ValidationMaterial::merge(const ValidationMaterial &other)
{
    certificates += other.certificates;
    crls += other.crls;
    ocsps += other.ocsps;
}

QList<QByteArray> certificatesIn(QByteArrayView container)
{
    QList<QByteArray> out;
    const unsigned char *at = bytesOf(container);
    const CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &at, long(container.size())));
    if (cms) {
        addCertificates(out, cms.get());
        STACK_OF(CMS_SignerInfo) *infos = CMS_get0_SignerInfos(cms.get());
        for (int i = 0; i < sk_CMS_SignerInfo_num(infos); ++i) {
            ASN1_OBJECT *type = OBJ_nid2obj(NID_id_smime_aa_timeStampToken);
            const auto *token = static_cast<ASN1_STRING *>(CMS_unsigned_get0_data_by_OBJ(
                sk_CMS_SignerInfo_value(infos, i), type, -3, V_ASN1_SEQUENCE));
            if (token == nullptr) {
                continue;
            }
            const unsigned char *stamp = ASN1_STRING_get0_data(token);
            const CmsPtr inner(d2i_CMS_ContentInfo(nullptr, &stamp, ASN1_STRING_length(token)));
            if (inner) {
                addCertificates(out, inner.get());
            }
        }
    }
    ERR_clear_error();
    return out;
}

ValidationMaterial
collectMaterial(const QList<QByteArray> &certificates, const Fetch &fetch, QStringList *missing)
{
    ValidationMaterial material;
    material.certificates = certificates;
    for (qsizetype i = 0; i < material.certificates.size(); ++i) {
        const X509Ptr certificate = parseCertificate(material.certificates.at(i));
        if (!certificate || isSelfIssued(certificate.get())) {
            continue;
        }
        const QByteArray issuerDer = issuerOf(certificate.get(), material.certificates, fetch);
        const X509Ptr issuer = parseCertificate(issuerDer);
        if (issuer && !material.certificates.contains(issuerDer)
            && material.certificates.size() < certificates.size() + MaxIssuers) {
            material.certificates.append(issuerDer);
        }
        const auto ocsp = issuer ? fetchOcsp(certificate.get(), issuer.get(), fetch)
                                 : Result<QByteArray>(fail(ErrorCode::NotFound, {}));
        const auto crl = issuer && !ocsp ? fetchCrl(certificate.get(), issuer.get(), fetch)
                                         : Result<QByteArray>(fail(ErrorCode::NotFound, {}));
        if (ocsp) {
            material.ocsps.append(*ocsp);
        } else if (crl) {
            material.crls.append(*crl);
        } else if (missing != nullptr) {
            std::array<char, 256> subject{};
            X509_NAME_oneline(
                X509_get_subject_name(certificate.get()), subject.data(), int(subject.size()));
            missing->append(QString::fromUtf8(subject.data()));
        }
    }
    return material;
}

Result<QMap<QString, QByteArray>> containersOf(Document &document)
{
    const auto fields = fieldsOf(document);
    if (!fields) {
        return tl::unexpected<Error>(fields.error());
    }
    return guarded([&]() -> Result<QMap<QString, QByteArray>> {
        QMap<QString, QByteArray> out;
        for (const Field &field : *fields) {
            QPDFObjectHandle value
                = field.isSigned ? fieldAttribute(field.dict, "/V") : QPDFObjectHandle::newNull();
            QPDFObjectHandle contents
                = value.isDictionary() ? value.getKey("/Contents") : QPDFObjectHandle::newNull();
            if (contents.isString()) {
                out[field.name] = QByteArray::fromStdString(contents.getStringValue());
            }
        }
        return out;
    });
}

Result<SignedUpdate> addValidationData(Document &document, const ValidationMaterial &material)
{
    if (document.refusal()) {
        return refuse(*document.refusal());
    }
    const auto containers = containersOf(document);
    if (!containers) {
        return tl::unexpected<Error>(containers.error());
    }
    return guarded([&]() -> Result<SignedUpdate> {
        Update update(document);
        QPDFObjectHandle root = document.qpdf().getRoot();
        QPDFObjectHandle old = root.getKey("/DSS");
        std::map<std::string, QByteArray> changes;
        changes["/Certs"] = arrayOf(update, storedIn(old, "/Certs"), material.certificates);
        changes["/CRLs"] = arrayOf(update, storedIn(old, "/CRLs"), material.crls);
        changes["/OCSPs"] = arrayOf(update, storedIn(old, "/OCSPs"), material.ocsps);
        QByteArray related;
        QByteArray seen;
        for (const QByteArray &contents : *containers) {
            const QByteArray key
                = QCryptographicHash::hash(contents, QCryptographicHash::Sha1).toHex().toUpper();
            if (seen.contains(key)) { // seam fields share one signature
                continue;
            }
            seen += key;
            related += '/' + key + " <<"
                + (changes["/Certs"].isEmpty() ? QByteArray() : " /Cert " + changes["/Certs"])
                + (changes["/CRLs"].isEmpty() ? QByteArray() : " /CRL " + changes["/CRLs"])
                + (changes["/OCSPs"].isEmpty() ? QByteArray() : " /OCSP " + changes["/OCSPs"])
                + ">>\n";
        }
        if (!related.isEmpty()) {
            changes["/VRI"] = "<<" + related + ">>";
        }
        if (old.isDictionary() && old.isIndirect()) {
            update.change(old, changes);
        } else {
            QPDFObjectHandle base = old.isDictionary() ? old : QPDFObjectHandle::newDictionary();
            const QPDFObjGen id = update.reserve();
            update.put(id, update.changed(base, changes, id));
            update.change(root, { { "/DSS", reference(id) } });
        }
        if (document.refusal()) {
            return refuse(*document.refusal());
        }
        return SignedUpdate{ update.finish(), {}, 0 };
    });
}

} // namespace andu::pdf
