// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/grid_exchange.h"

#include "core/base/literals.h"
#include "ui/form/rich_text.h"

#include <QStringConverter>
#include <QTextTable>

#include <unicode/ucnv.h>

namespace andu::ui {

namespace {

constexpr qsizetype MaxLines = 20000;
constexpr qsizetype MaxCells = 500;

QString fromGb18030(const QByteArray &bytes)
{
    UErrorCode error = U_ZERO_ERROR;
    UConverter *converter = ucnv_open("gb18030", &error);
    if (U_FAILURE(error)) {
        return QString::fromLatin1(bytes);
    }
    QString text(bytes.size() * 2 + 1, Qt::Uninitialized);
    const int32_t length = ucnv_toUChars(converter,
                                         reinterpret_cast<UChar *>(text.data()),
                                         int32_t(text.size()),
                                         bytes.constData(),
                                         int32_t(bytes.size()),
                                         &error);
    ucnv_close(converter);
    text.truncate(U_SUCCESS(error) ? length : 0);
    return text;
}

} // namespace

QString toSeparated(const QList<QStringList> &lines, QChar separator, QLatin1StringView lineEnd)
{
    QString text;
    for (const QStringList &cells : lines) {
        for (qsizetype at = 0; at < cells.size(); ++at) {
            QString cell = cells[at];
            const bool needsQuotes = cell.contains(separator) || cell.contains(u'"')
                || cell.contains(u'\n') || cell.contains(u'\r');
            if (needsQuotes) {
                cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
            }
            text += (at > 0 ? QString(separator) : QString()) + cell;
        }
        text += lineEnd;
    }
    return text;
}

QList<QStringList> fromSeparated(const QString &text, QChar separator)
{
    QList<QStringList> lines;
    QStringList line;
    QString cell;
    bool isQuoted = false;
    const auto endCell = [&] {
        if (line.size() < MaxCells) {
            line.append(cell);
        }
        cell.clear();
    };
    const auto endLine = [&] {
        endCell();
        lines.append(line);
        line.clear();
    };
    for (qsizetype at = 0; at < text.size() && lines.size() < MaxLines; ++at) {
        const QChar letter = text[at];
        if (isQuoted) {
            const bool isEnd = letter == u'"';
            if (isEnd && at + 1 < text.size() && text[at + 1] == u'"') {
                cell += u'"';
                ++at;
            } else if (isEnd) {
                isQuoted = false;
            } else {
                cell += letter;
            }
        } else if (letter == u'"' && cell.isEmpty()) {
            isQuoted = true;
        } else if (letter == separator) {
            endCell();
        } else if (letter == u'\n') {
            endLine();
        } else if (letter != u'\r') {
            cell += letter;
        }
    }
    if (!cell.isEmpty() || !line.isEmpty()) {
        endLine();
    }
    return lines;
}

QList<QStringList> readCsv(const QByteArray &bytes)
{
    QByteArray plain = bytes;
    if (plain.startsWith("\xEF\xBB\xBF")) {
        plain.remove(0, 3);
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(plain);
    if (decoder.hasError()) {
        text = fromGb18030(plain); // what spreadsheets on Chinese desktops write
    }
    const QString head = text.section(u'\n', 0, 0);
    const QChar separator = head.contains(u'\t') && !head.contains(u',') ? u'\t'
        : head.count(u';') > head.count(u',')                            ? u';'
                                                                         : u',';
    return fromSeparated(text, separator);
}

QByteArray writeCsv(const QList<QStringList> &lines)
{
    // The mark tells spreadsheets that this is UTF-8.
    return QByteArray("\xEF\xBB\xBF") + toSeparated(lines, u',', "\r\n"_L1).toUtf8();
}

QList<QStringList> fromHtmlTable(const QString &html)
{
    static constexpr qsizetype MaxHtml = 4'000'000;
    SafeDocument document;
    document.setSafeHtml(html.left(MaxHtml));
    const QTextTable *table = nullptr;
    for (QTextFrame::iterator part = document.rootFrame()->begin(); !part.atEnd() && !table;
         ++part) {
        table = qobject_cast<const QTextTable *>(part.currentFrame());
    }
    QList<QStringList> lines;
    const int rows = table ? std::min(table->rows(), int(MaxLines)) : 0;
    for (int row = 0; row < rows; ++row) {
        QStringList cells;
        const int columns = std::min(table->columns(), int(MaxCells));
        for (int column = 0; column < columns; ++column) {
            const QTextTableCell cell = table->cellAt(row, column);
            const bool isOrigin = cell.row() == row && cell.column() == column;
            QTextCursor cursor = cell.firstCursorPosition();
            cursor.setPosition(cell.lastPosition(), QTextCursor::KeepAnchor);
            QString text = isOrigin ? cursor.selectedText() : QString();
            text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
            cells.append(text.replace(QChar::Nbsp, u' ').trimmed());
        }
        lines.append(cells);
    }
    return lines;
}

} // namespace andu::ui
