// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/document.h"
#include "core/pdf/object_text.h"

#include <map>

namespace andu::pdf {

/// Where the two gaps of a signature dictionary lie in the new file.
struct SignatureSlot
{
    qint64 byteRangeAt = 0; ///< First byte of the padded numbers.
    qint64 contentsAt = 0; ///< The "<" of the hexadecimal string.
    qint64 contentsBytes = 0; ///< Length of the string with "<" and ">".
};

/// The objects of one incremental update (ISO 32000-2, 7.5.6): only what is put in is written.
class Update
{
public:
    explicit Update(Document &document);

    /// Number for a new object.
    [[nodiscard]] QPDFObjGen reserve();
    void put(QPDFObjGen id, QByteArray body);
    QPDFObjGen add(QByteArray body);
    /// Writes an existing dictionary again; @p changes maps keys ("/Annots") to PDF syntax.
    void change(QPDFObjectHandle dict, const std::map<std::string, QByteArray> &changes);
    /// The changed dictionary as PDF syntax, for one that is part of another object.
    [[nodiscard]] QByteArray changed(QPDFObjectHandle dict,
                                     const std::map<std::string, QByteArray> &changes,
                                     QPDFObjGen owner) const;
    /// @param entries dictionary entries without /Length. @param data as stored, before encryption.
    void putStream(QPDFObjGen id, const QByteArray &entries, QByteArrayView data);
    QPDFObjGen addStream(const QByteArray &entries, QByteArrayView data);
    /// Adds `/Filter /FlateDecode` and compresses.
    QPDFObjGen addFlate(const QByteArray &entries, const QByteArray &data);
    /// String objects of @p owner.
    [[nodiscard]] QByteArray string(QPDFObjGen owner, QByteArrayView bytes) const;
    [[nodiscard]] QByteArray text(QPDFObjGen owner, const QString &text) const;

    /// The signature dictionary; @p entries are everything but /ByteRange and /Contents.
    void putSignature(QPDFObjGen id, const QByteArray &entries, qint64 cmsBytes);

    /// The bytes to append. @p slot is filled when a signature was put.
    [[nodiscard]] QByteArray finish(SignatureSlot *slot = nullptr);
    [[nodiscard]] Document &document() const { return m_document; }

private:
    [[nodiscard]] QByteArray trailerEntries() const;
    void appendTable(QByteArray &out, qint64 base, const std::map<QPDFObjGen, qint64> &offsets);
    void appendXrefStream(QByteArray &out, qint64 base, std::map<QPDFObjGen, qint64> offsets);

    Document &m_document;
    int m_next = 0;
    std::map<QPDFObjGen, QByteArray> m_bodies;
    std::optional<QPDFObjGen> m_signature;
    qint64 m_byteRangeIn = 0;
    qint64 m_contentsIn = 0;
    qint64 m_contentsBytes = 0;
};

[[nodiscard]] QByteArray deflated(QByteArrayView data);

} // namespace andu::pdf
