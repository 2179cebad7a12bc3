// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/update.h"

#include "core/crypto/cipher.h"

#include <zlib.h>

#include <stdexcept>

namespace andu::pdf {

namespace {

constexpr qsizetype ByteRangeSpace = 40;
constexpr int MaxGeneration = 65535; // ISO 32000-2, 7.5.4

QByteArray bigEndian(qint64 value, int bytes)
{
    QByteArray out(bytes, '\0');
    for (int i = bytes - 1; i >= 0; --i) {
        out[i] = char(value & 0xff);
        value >>= 8;
    }
    return out;
}

/// Calls @p each(first, count) for every run of consecutive object numbers.
template <typename Each>
void forEachRun(const std::map<QPDFObjGen, qint64> &offsets, Each each)
{
    auto it = offsets.begin();
    while (it != offsets.end()) {
        const auto first = it;
        int count = 0;
        while (it != offsets.end() && it->first.getObj() == first->first.getObj() + count) {
            ++count;
            ++it;
        }
        each(first, count);
    }
}

} // namespace

QByteArray deflated(QByteArrayView data)
{
    uLongf size = compressBound(uLong(data.size()));
    QByteArray out(qsizetype(size), Qt::Uninitialized);
    compress2(reinterpret_cast<Bytef *>(out.data()),
              &size,
              reinterpret_cast<const Bytef *>(data.data()),
              uLong(data.size()),
              Z_DEFAULT_COMPRESSION);
    out.truncate(qsizetype(size));
    return out;
}

Update::Update(Document &document)
    : m_document(document)
    , m_next(document.nextObject())
{ }

QPDFObjGen Update::reserve()
{
    return QPDFObjGen(m_next++, 0);
}

void Update::put(QPDFObjGen id, QByteArray body)
{
    if (id.getGen() < 0 || id.getGen() > MaxGeneration) { // guarded() makes an error of it
        throw std::range_error("object " + std::to_string(id.getObj())
                               + " has a generation no cross-reference can hold");
    }
    m_bodies[id] = std::move(body);
}

QPDFObjGen Update::add(QByteArray body)
{
    const QPDFObjGen id = reserve();
    put(id, std::move(body));
    return id;
}

QByteArray Update::changed(QPDFObjectHandle dict,
                           const std::map<std::string, QByteArray> &changes,
                           QPDFObjGen owner) const
{
    QByteArray out = "<<";
    for (const auto &[key, value] : dict.getDictAsMap()) {
        if (!changes.contains(key)) {
            out += name(QByteArrayView(key.data() + 1, qsizetype(key.size()) - 1)) + ' '
                + serialise(value, m_document.cipher(), owner) + '\n';
        }
    }
    for (const auto &[key, value] : changes) {
        if (!value.isEmpty()) {
            out += QByteArray::fromStdString(key) + ' ' + value + '\n';
        }
    }
    return out + ">>";
}

void Update::change(QPDFObjectHandle dict, const std::map<std::string, QByteArray> &changes)
{
    put(dict.getObjGen(), changed(dict, changes, dict.getObjGen()));
}

void Update::putStream(QPDFObjGen id, const QByteArray &entries, QByteArrayView data)
{
    const QByteArray stored = m_document.cipher().encryptStream(id, data);
    put(id,
        "<<" + entries + " /Length " + QByteArray::number(stored.size()) + ">>\nstream\n" + stored
            + "\nendstream");
}

QPDFObjGen Update::addStream(const QByteArray &entries, QByteArrayView data)
{
    const QPDFObjGen id = reserve();
    putStream(id, entries, data);
    return id;
}

QPDFObjGen Update::addFlate(const QByteArray &entries, const QByteArray &data)
{
    return addStream(entries + " /Filter /FlateDecode", deflated(data));
}

QByteArray Update::string(QPDFObjGen owner, QByteArrayView bytes) const
{
    return hexString(m_document.cipher().encryptString(owner, bytes));
}

QByteArray Update::text(QPDFObjGen owner, const QString &text) const
{
    return string(owner, textBytes(text));
}

void Update::putSignature(QPDFObjGen id, const QByteArray &entries, qint64 cmsBytes)
{
    QByteArray body = "<<" + entries + "\n/ByteRange [0 ";
    m_byteRangeIn = body.size();
    body += QByteArray(ByteRangeSpace, ' ') + "]\n/Contents ";
    m_contentsIn = body.size();
    body += '<' + QByteArray(cmsBytes * 2, '0') + '>';
    m_contentsBytes = body.size() - m_contentsIn;
    body += "\n>>";
    m_signature = id;
    put(id, std::move(body));
}

QByteArray Update::finish(SignatureSlot *slot)
{
    const qint64 base = m_document.sizeBytes();
    QByteArray out = m_document.endsWithNewline() ? QByteArray() : QByteArray("\n");
    std::map<QPDFObjGen, qint64> offsets;
    for (const auto &[id, body] : m_bodies) {
        offsets[id] = base + out.size();
        out += QByteArray::number(id.getObj()) + ' ' + QByteArray::number(id.getGen()) + " obj\n";
        if (slot != nullptr && m_signature == id) {
            slot->byteRangeAt = base + out.size() + m_byteRangeIn;
            slot->contentsAt = base + out.size() + m_contentsIn;
            slot->contentsBytes = m_contentsBytes;
        }
        out += body + "\nendobj\n";
    }
    const qint64 xrefAt = base + out.size();
    if (m_document.xrefForm() == XrefForm::Table) {
        appendTable(out, base, offsets);
    } else {
        appendXrefStream(out, base, std::move(offsets));
    }
    return out + "startxref\n" + QByteArray::number(xrefAt) + "\n%%EOF\n";
}

QByteArray Update::trailerEntries() const
{
    QPDFObjectHandle trailer = m_document.qpdf().getTrailer();
    const ObjectCipher plain; // neither /ID nor a direct /Encrypt is ever encrypted
    QByteArray out = "/Size " + QByteArray::number(m_next) + " /Prev "
        + QByteArray::number(m_document.lastXref());
    for (const char *key : { "/Root", "/Info", "/Encrypt" }) {
        if (trailer.hasKey(key)) {
            out += QByteArray(" ") + key + ' ' + serialise(trailer.getKey(key), plain, {});
        }
    }
    const QByteArray fresh = hexString(crypto::randomBytes(16));
    QPDFObjectHandle id = trailer.getKey("/ID");
    const bool hasId = id.isArray() && id.getArrayNItems() > 0 && id.getArrayItem(0).isString();
    const QByteArray first = hasId ? serialise(id.getArrayItem(0), plain, {}) : fresh;
    return out + " /ID [" + first + ' ' + fresh + ']';
}

void Update::appendTable(QByteArray &out, qint64, const std::map<QPDFObjGen, qint64> &offsets)
{
    out += "xref\n";
    forEachRun(offsets, [&](auto it, int count) {
        out += QByteArray::number(it->first.getObj()) + ' ' + QByteArray::number(count) + '\n';
        for (int i = 0; i < count; ++i, ++it) {
            out += QByteArray::number(it->second).rightJustified(10, '0') + ' '
                + QByteArray::number(it->first.getGen()).rightJustified(5, '0') + " n\r\n";
        }
    });
    out += "trailer\n<<" + trailerEntries() + ">>\n";
}

void Update::appendXrefStream(QByteArray &out, qint64 base, std::map<QPDFObjGen, qint64> offsets)
{
    const QPDFObjGen id = reserve();
    offsets[id] = base + out.size();
    const int width = base + out.size() > 0x7fffffff ? 8 : 4;
    QByteArray index;
    QByteArray data;
    forEachRun(offsets, [&](auto it, int count) {
        index += QByteArray::number(it->first.getObj()) + ' ' + QByteArray::number(count) + ' ';
        for (int i = 0; i < count; ++i, ++it) {
            data += '\1' + bigEndian(it->second, width) + bigEndian(it->first.getGen(), 2);
        }
    });
    out += QByteArray::number(id.getObj()) + " 0 obj\n<</Type /XRef /W [1 "
        + QByteArray::number(width) + " 2] /Index [" + index.trimmed() + "] " + trailerEntries()
        + " /Length " + QByteArray::number(data.size()) + ">>\nstream\n" + data
        + "\nendstream\nendobj\n";
}

} // namespace andu::pdf
