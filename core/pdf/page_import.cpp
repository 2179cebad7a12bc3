// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/page_import.h"

#include "core/base/literals.h"

#include <QBuffer>
#include <QFont>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace andu::pdf {

namespace {

constexpr int PaintDpi = 1200;
constexpr int MaxDepth = 60;

/// Copies an object with everything it refers to under new numbers.
class GraphCopy
{
public:
    explicit GraphCopy(Update &update)
        : m_update(update)
    { }

    QByteArray text(QPDFObjectHandle value, QPDFObjGen owner, int depth = 0)
    {
        if (depth > MaxDepth) {
            return "null";
        }
        if (value.isIndirect()) {
            return reference(copied(value, depth));
        }
        if (value.isArray()) {
            QByteArray out = "[";
            for (int i = 0; i < value.getArrayNItems(); ++i) {
                out += text(value.getArrayItem(i), owner, depth + 1) + ' ';
            }
            return out + "]";
        }
        if (value.isDictionary()) {
            return "<<" + entries(value, owner, depth) + ">>";
        }
        return serialise(value, m_update.document().cipher(), owner);
    }

private:
    QPDFObjGen copied(QPDFObjectHandle value, int depth)
    {
        if (const auto known = m_ids.find(value.getObjGen()); known != m_ids.end()) {
            return known->second;
        }
        const QPDFObjGen id = m_update.reserve();
        m_ids[value.getObjGen()] = id;
        if (value.isStream()) {
            const auto data = value.getRawStreamData();
            m_update.putStream(id,
                               entries(value.getDict(), id, depth),
                               QByteArrayView(data->getBuffer(), qsizetype(data->getSize())));
        } else {
            QPDFObjectHandle direct = value.isDictionary() || value.isArray()
                ? value.shallowCopy()
                : QPDFObjectHandle::parse(value.unparseResolved());
            m_update.put(id, text(direct, id, depth + 1));
        }
        return id;
    }

    QByteArray entries(QPDFObjectHandle dict, QPDFObjGen owner, int depth)
    {
        QByteArray out;
        for (const auto &[key, item] : dict.getDictAsMap()) {
            if (key != "/Length" && key != "/Parent") {
                out += name(QByteArrayView(key.data() + 1, qsizetype(key.size()) - 1)) + ' '
                    + text(item, owner, depth + 1) + ' ';
            }
        }
        return out;
    }

    Update &m_update;
    std::map<QPDFObjGen, QPDFObjGen> m_ids;
};

bool needsShaping(const QString &text)
{
    for (const QChar character : text) {
        switch (character.script()) {
        case QChar::Script_Common:
        case QChar::Script_Latin:
        case QChar::Script_Greek:
        case QChar::Script_Cyrillic:
        case QChar::Script_Han:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
        case QChar::Script_Bopomofo:
            break;
        default: // NOLINT: scripts not listed, surrogates among them
            return true;
        }
    }
    return false;
}

QByteArray paintedPdf(QSizeF sizeMm,
                      const std::function<void(QPainter &, const QRectF &area)> &paint)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(PaintDpi);
    writer.setPageSize(
        QPageSize(sizeMm, QPageSize::Millimeter, u"appearance"_s, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    const double dots = PaintDpi / 25.4;
    paint(painter, QRectF(0, 0, sizeMm.width() * dots, sizeMm.height() * dots));
    painter.end();
    return buffer.data();
}

} // namespace

QFont textFont(const QString &text)
{
    QFont font(u"Noto Sans CJK SC"_s);
    if (!needsShaping(text)) {
        font.setStyleStrategy(QFont::PreferNoShaping);
    }
    return font;
}

Result<QPDFObjGen> importPainted(Update &update,
                                 QSizeF sizeMm,
                                 const std::function<void(QPainter &, const QRectF &area)> &paint)
{
    const QByteArray bytes = paintedPdf(sizeMm, paint);
    return guarded([&]() -> Result<QPDFObjGen> {
        QPDF source;
        source.setSuppressWarnings(true);
        source.processMemoryFile("appearance", bytes.constData(), size_t(bytes.size()));
        const auto pages = QPDFPageDocumentHelper(source).getAllPages();
        if (pages.empty()) {
            return fail(ErrorCode::BadInput, u"nothing was painted"_s);
        }
        QPDFPageObjectHelper page = pages.front();
        Pl_Buffer content("content");
        page.pipeContents(&content);
        const auto data = content.getBufferSharedPointer();
        const QPDFObjGen id = update.reserve();
        GraphCopy copy(update);
        const double points = 72.0 / 25.4;
        const QByteArray box = "/BBox [0 0 " + number(sizeMm.width() * points) + ' '
            + number(sizeMm.height() * points) + "] ";
        // Qt rounds the media box to whole points; the content starts at its upper edge.
        const auto media = page.getMediaBox().getArrayAsRectangle();
        const double shift = sizeMm.height() * points - media.ury;
        update.putStream(id,
                         "/Type /XObject /Subtype /Form " + box + "/Matrix [1 0 0 1 0 "
                             + number(shift) + "] /Resources "
                             + copy.text(page.getAttribute("/Resources", false), id)
                             + " /Filter /FlateDecode",
                         deflated(QByteArrayView(reinterpret_cast<const char *>(data->getBuffer()),
                                                 qsizetype(data->getSize()))));
        return id;
    });
}

} // namespace andu::pdf
