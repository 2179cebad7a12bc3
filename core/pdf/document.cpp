// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/document.h"

#include "core/base/literals.h"
#include "core/pdf/device_source.h"

#include <QFile>
#include <qpdf/QPDFExc.hh>

#include <set>

namespace andu::pdf {

namespace {

constexpr qint64 HeaderWindow = 1024;
constexpr qint64 TailWindow = 4096;
constexpr int MaxTreeDepth = 64;
constexpr int MaxObject = 0x7fff0000; // leaves room for the objects of an update

QString sentenceOf(Refusal reason)
{
    switch (reason) {
    case Refusal::NoHeader:
        return u"the file has no PDF header"_s;
    case Refusal::LeadingJunk:
        return u"there are bytes before the PDF header; save a clean copy first"_s;
    case Refusal::DamagedXref:
        return u"the cross-reference of the file is damaged; repair a copy first"_s;
    case Refusal::Repaired:
        return u"the file could only be read after repair; repair a copy first"_s;
    case Refusal::UnsupportedEncryption:
        return u"the file is encrypted in a way that is not supported"_s;
    case Refusal::Permission:
        return u"the file's permissions forbid it without the owner password"_s;
    case Refusal::Xfa:
        return u"the file holds an XFA form"_s;
    case Refusal::CertifiedNoChanges:
        return u"the file is certified and allows no changes"_s;
    case Refusal::CertifiedNoNewField:
        return u"the file is certified; only signature fields it already has may be signed"_s;
    case Refusal::Locked:
        return u"an earlier signature locked the fields"_s;
    }
    return {};
}

// This one says nothing about what other readers see: many producers write a larger /Size.
bool isHarmless(const QPDFExc &warning)
{
    return warning.getMessageDetail().find("is not one plus the highest object number")
        != std::string::npos;
}

bool hasRealWarnings(QPDF &qpdf)
{
    if (!qpdf.anyWarnings()) {
        return false;
    }
    const std::vector<QPDFExc> warnings = qpdf.getWarnings(); // takes and clears them
    return !std::all_of(warnings.begin(), warnings.end(), isHarmless);
}

} // namespace

QString nameOf(Refusal reason)
{
    switch (reason) {
    case Refusal::NoHeader:
        return u"no-header"_s;
    case Refusal::LeadingJunk:
        return u"leading-junk"_s;
    case Refusal::DamagedXref:
        return u"damaged-xref"_s;
    case Refusal::Repaired:
        return u"repaired"_s;
    case Refusal::UnsupportedEncryption:
        return u"unsupported-encryption"_s;
    case Refusal::Permission:
        return u"permission"_s;
    case Refusal::Xfa:
        return u"xfa"_s;
    case Refusal::CertifiedNoChanges:
        return u"certified-no-changes"_s;
    case Refusal::CertifiedNoNewField:
        return u"certified-no-new-field"_s;
    case Refusal::Locked:
        return u"locked"_s;
    }
    return {};
}

tl::unexpected<Error> refuse(Refusal reason)
{
    const QString detail = nameOf(reason) + u": "_s + sentenceOf(reason);
    return tl::unexpected<Error>(Error{ ErrorCode::Refused, detail, sentenceOf(reason) });
}

Result<Document> Document::openFile(const QString &path, const crypto::SecureBytes &password)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::BadInput, u"the file cannot be opened: "_s + file->errorString());
    }
    return open(std::move(file), password);
}

Result<Document> Document::open(std::unique_ptr<QIODevice> device,
                                const crypto::SecureBytes &password)
{
    Document document;
    document.m_device = std::move(device);
    document.m_sizeBytes = document.m_device->size();
    document.m_password = password.clone();
    return document.read(password).map([&] { return std::move(document); });
}

Result<void> Document::read(const crypto::SecureBytes &password)
{
    findXref();
    if (m_refusal == Refusal::NoHeader) {
        return fail(ErrorCode::BadInput, u"not a PDF file"_s);
    }
    auto parsed = parse(password, false);
    if (!parsed && parsed.error().code != ErrorCode::WrongKey) {
        parsed = parse(password, true);
        if (!m_refusal) {
            m_refusal = Refusal::Repaired;
        }
    }
    return parsed;
}

void Document::findXref()
{
    m_device->seek(0);
    const qsizetype header = m_device->read(HeaderWindow).indexOf("%PDF-");
    if (header != 0) {
        m_refusal = header < 0 ? Refusal::NoHeader : Refusal::LeadingJunk;
        return;
    }
    m_device->seek(std::max<qint64>(0, m_sizeBytes - TailWindow));
    const QByteArray tail = m_device->read(TailWindow);
    m_endsWithNewline = tail.endsWith('\n') || tail.endsWith('\r');
    const qsizetype mark = tail.lastIndexOf("startxref");
    const QByteArray rest = mark < 0 ? QByteArray() : tail.mid(mark + 9).trimmed();
    qsizetype digits = 0;
    while (digits < rest.size() && rest.at(digits) >= '0' && rest.at(digits) <= '9') {
        ++digits;
    }
    bool isNumber = false;
    m_lastXref = rest.left(digits).toLongLong(&isNumber);
    if (!isNumber || m_lastXref <= 0 || m_lastXref >= m_sizeBytes || !m_device->seek(m_lastXref)) {
        m_refusal = Refusal::DamagedXref;
        return;
    }
    const QByteArray start = m_device->read(64);
    if (start.startsWith("xref")) {
        m_form = XrefForm::Table;
    } else if (!start.isEmpty() && start.at(0) >= '0' && start.at(0) <= '9'
               && start.contains("obj")) {
        m_form = XrefForm::Stream;
    } else {
        m_refusal = Refusal::DamagedXref;
    }
}

Result<void> Document::parse(const crypto::SecureBytes &password, bool mayRepair)
{
    m_qpdf = std::make_unique<QPDF>();
    m_qpdf->setSuppressWarnings(true);
    m_qpdf->setAttemptRecovery(mayRepair);
    const std::string key(reinterpret_cast<const char *>(password.data()), password.size());
    try {
        m_qpdf->processInputSource(std::make_shared<DeviceSource>(*m_device), key.c_str());
        QPDFObjectHandle trailer = m_qpdf->getTrailer();
        QPDFObjectHandle size = trailer.getKey("/Size");
        m_nextObject = size.isInteger() ? std::clamp(size.getIntValueAsInt(), 1, MaxObject) : 1;
        if (m_qpdf->anyWarnings()) {
            if (hasRealWarnings(*m_qpdf) && !m_refusal) {
                m_refusal = Refusal::Repaired;
            }
            const auto table = m_qpdf->getXRefTable();
            if (!table.empty()) {
                m_nextObject = std::max(m_nextObject, table.rbegin()->first.getObj() + 1);
            }
        }
        if (!m_qpdf->getRoot().isDictionary()) {
            return fail(ErrorCode::BadInput, u"the file has no catalog"_s);
        }
    } catch (const QPDFExc &error) {
        const bool isPassword = error.getErrorCode() == qpdf_e_password;
        return fail(isPassword ? ErrorCode::WrongKey : ErrorCode::BadInput,
                    QString::fromUtf8(error.what()));
    } catch (const std::exception &error) {
        return fail(ErrorCode::BadInput, QString::fromUtf8(error.what()));
    }
    auto cipher = ObjectCipher::of(*m_qpdf);
    if (cipher) {
        m_cipher = std::move(*cipher);
    } else if (!m_refusal) {
        m_refusal = Refusal::UnsupportedEncryption;
    }
    return {};
}

Result<void> Document::walkPages(qsizetype wanted)
{
    if (m_isWalked || qsizetype(m_pages.size()) > wanted) {
        return {};
    }
    m_pages.clear();
    return guarded([&]() -> Result<void> {
        // Explicit stack: a hostile tree must not exhaust the real one, and each node counts once.
        std::vector<std::pair<QPDFObjectHandle, int>> stack{ { m_qpdf->getRoot().getKey("/Pages"),
                                                               0 } };
        std::set<QPDFObjGen> nodes;
        while (!stack.empty() && qsizetype(m_pages.size()) <= wanted) {
            auto [node, depth] = stack.back();
            stack.pop_back();
            if (!node.isDictionary() || depth > MaxTreeDepth) {
                continue;
            }
            QPDFObjectHandle kids = node.getKey("/Kids");
            if (!kids.isArray()) {
                m_pages.push_back(node);
                continue;
            }
            if (node.isIndirect() && !nodes.insert(node.getObjGen()).second) {
                return fail(ErrorCode::BadInput, u"the page tree has a loop"_s);
            }
            for (int i = kids.getArrayNItems() - 1; i >= 0; --i) {
                stack.emplace_back(kids.getArrayItem(i), depth + 1);
            }
        }
        m_isWalked = stack.empty();
        return {};
    });
}

std::optional<Refusal> Document::refusal()
{
    if (m_qpdf && hasRealWarnings(*m_qpdf) && !m_refusal) {
        m_refusal = Refusal::Repaired;
    }
    return m_refusal;
}

Result<QPDFObjectHandle> Document::page(int index)
{
    if (auto walked = walkPages(index); !walked) {
        return tl::unexpected<Error>(walked.error());
    }
    if (index < 0 || index >= int(m_pages.size())) {
        return fail(ErrorCode::BadInput, u"there is no page %1"_s.arg(index + 1));
    }
    const QPDFObjectHandle page = m_pages[size_t(index)];
    if (!QPDFObjectHandle(page).isIndirect()) {
        return fail(ErrorCode::BadInput, u"page %1 is no indirect object"_s.arg(index + 1));
    }
    return page;
}

Result<int> Document::pageCount()
{
    return walkPages(std::numeric_limits<qsizetype>::max()).map([this] {
        return int(m_pages.size());
    });
}

} // namespace andu::pdf
