// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/crypto/secure_bytes.h"
#include "core/pdf/object_cipher.h"

#include <QIODevice>
#include <qpdf/QPDF.hh>

#include <memory>
#include <optional>
#include <vector>

namespace andu::pdf {

/// How the last cross-reference section is written; an update must use the same form.
enum class XrefForm { Table, Stream };

/// Why nothing may be appended to a file that can be read.
enum class Refusal {
    NoHeader, ///< No %PDF- in the first kilobyte.
    LeadingJunk, ///< Bytes before %PDF-: readers disagree about every offset.
    DamagedXref, ///< startxref does not lead to a cross-reference section.
    Repaired, ///< Readable only after repair: other readers would see another document.
    UnsupportedEncryption,
    Permission, ///< The file's permission bits forbid it and no owner password was given.
    Xfa, ///< A form in XFA: appended AcroForm changes would be hidden.
    CertifiedNoChanges, ///< Certified with DocMDP P=1.
    CertifiedNoNewField, ///< Certified: only fields that already exist may be signed.
    Locked, ///< An earlier signature locked the fields.
};

/// Stable name of a reason, as errors start with it.
[[nodiscard]] QString nameOf(Refusal reason);
/// Refused with the reason's name and sentence.
[[nodiscard]] tl::unexpected<Error> refuse(Refusal reason);

/// A PDF opened to be appended to. Owns its device and QPDF; earlier bytes are never changed.
/// Not thread-safe; may be moved to another thread.
class Document
{
public:
    /// @param device random access, already open for reading.
    /// WrongKey for a password that does not open the file, BadInput when nothing can be read. A
    /// damaged file is opened by repair for reading, and refusal() says so.
    [[nodiscard]] static Result<Document> open(std::unique_ptr<QIODevice> device,
                                               const crypto::SecureBytes &password = {});
    [[nodiscard]] static Result<Document> openFile(const QString &path,
                                                   const crypto::SecureBytes &password = {});

    /// Set when no update at all may be appended. Objects are read when they are needed, so a file
    /// may turn out damaged later: ask again before writing.
    [[nodiscard]] std::optional<Refusal> refusal();
    [[nodiscard]] QIODevice &device() const { return *m_device; }
    [[nodiscard]] QPDF &qpdf() const { return *m_qpdf; }
    [[nodiscard]] const ObjectCipher &cipher() const { return m_cipher; }
    [[nodiscard]] const crypto::SecureBytes &password() const { return m_password; }
    [[nodiscard]] qint64 sizeBytes() const { return m_sizeBytes; }
    [[nodiscard]] qint64 lastXref() const { return m_lastXref; }
    [[nodiscard]] XrefForm xrefForm() const { return m_form; }
    [[nodiscard]] int nextObject() const { return m_nextObject; }
    /// Whether the file ends with a line end.
    [[nodiscard]] bool endsWithNewline() const { return m_endsWithNewline; }

    /// Page by index from 0; the tree is walked only as far as needed.
    [[nodiscard]] Result<QPDFObjectHandle> page(int index);
    [[nodiscard]] Result<int> pageCount();

private:
    Document() = default;
    [[nodiscard]] Result<void> read(const crypto::SecureBytes &password);
    [[nodiscard]] Result<void> parse(const crypto::SecureBytes &password, bool mayRepair);
    void findXref();
    [[nodiscard]] Result<void> walkPages(qsizetype wanted);

    std::unique_ptr<QIODevice> m_device;
    std::unique_ptr<QPDF> m_qpdf;
    ObjectCipher m_cipher;
    crypto::SecureBytes m_password;
    std::optional<Refusal> m_refusal;
    qint64 m_sizeBytes = 0;
    qint64 m_lastXref = 0;
    XrefForm m_form = XrefForm::Table;
    int m_nextObject = 0;
    bool m_endsWithNewline = true;
    std::vector<QPDFObjectHandle> m_pages;
    bool m_isWalked = false;
};

/// Runs @p work and turns whatever a library throws into BadInput.
template <typename Work>
[[nodiscard]] auto guarded(Work &&work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::exception &error) {
        return fail(ErrorCode::BadInput, QString::fromUtf8(error.what()));
    }
}

} // namespace andu::pdf
