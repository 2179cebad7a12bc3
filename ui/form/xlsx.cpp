// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "ui/form/grid_exchange.h"
#include "ui/form/zip_archive.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <cmath>

namespace andu::ui {

namespace {

constexpr int MaxRows = 20000;
constexpr int MaxColumns = 500;
constexpr QLatin1StringView MainSpace
    = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"_L1;
constexpr QLatin1StringView RelationSpace
    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"_L1;

/// Column of a reference such as "AB12", from 0; -1 when there is none.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar letter : reference) {
        if (letter < u'A' || letter > u'Z') {
            break;
        }
        column = column * 26 + (letter.unicode() - u'A' + 1);
        if (column > MaxColumns) {
            return -1;
        }
    }
    return column - 1;
}

QString columnName(int column)
{
    QString name;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        name.prepend(QChar(u'A' + (rest - 1) % 26));
    }
    return name;
}

/// All text of an element, pronunciation guides left out.
QString textInside(QXmlStreamReader &xml)
{
    QString text;
    int depth = 1;
    while (depth > 0 && !xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == "rPh"_L1) {
                xml.skipCurrentElement();
            } else {
                ++depth;
            }
        } else if (xml.isEndElement()) {
            --depth;
        } else if (xml.isCharacters()) {
            text += xml.text();
        }
    }
    return text;
}

QStringList sharedTexts(const QByteArray &part)
{
    QStringList texts;
    QXmlStreamReader xml(part);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "si"_L1) {
            texts.append(textInside(xml));
        }
    }
    return texts;
}

/// Styles whose number format is a date: built-in ones and those with the letters of a date.
QList<bool> dateStyles(const QByteArray &part)
{
    static const QRegularExpression quoted(u"\"[^\"]*\"|\\[[^\\]]*\\]"_s);
    QHash<int, bool> custom;
    QList<bool> styles;
    QXmlStreamReader xml(part);
    bool isInCells = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "numFmt"_L1) {
            QString code = xml.attributes().value("formatCode"_L1).toString().toLower();
            code.remove(quoted);
            custom.insert(xml.attributes().value("numFmtId"_L1).toInt(),
                          code.contains(u'y') || code.contains(u'd') || code.contains(u'h'));
        } else if (xml.name() == "cellXfs"_L1) {
            isInCells = xml.isStartElement();
        } else if (xml.isStartElement() && isInCells && xml.name() == "xf"_L1) {
            const int id = xml.attributes().value("numFmtId"_L1).toInt();
            const bool isBuiltIn
                = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
            styles.append(custom.value(id, isBuiltIn));
        }
    }
    return styles;
}

QString dateText(double serial)
{
    // Day 60 of 1900 never was; serials after it count from 1899-12-30.
    const QDate date = QDate(1899, 12, 30).addDays(qint64(std::floor(serial)));
    const int seconds = int(std::lround((serial - std::floor(serial)) * 86400));
    if (serial < 1) {
        return QTime(0, 0).addSecs(seconds).toString(u"HH:mm:ss"_s);
    }
    return seconds == 0
        ? date.toString(u"yyyy-MM-dd"_s)
        : QDateTime(date, QTime(0, 0).addSecs(seconds)).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

class SheetReader
{
public:
    SheetReader(QStringList shared, QList<bool> dates)
        : m_shared(std::move(shared))
        , m_dates(std::move(dates))
    { }

    QList<QStringList> read(const QByteArray &part)
    {
        QXmlStreamReader xml(part);
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement()) {
                continue;
            }
            if (xml.name() == "row"_L1) {
                startRow(xml.attributes().value("r"_L1).toInt());
            } else if (xml.name() == "c"_L1) {
                cell(xml);
            }
        }
        return m_lines;
    }

private:
    void startRow(int number)
    {
        const qsizetype wanted = number > 0 ? number : m_lines.size() + 1;
        while (m_lines.size() < std::min<qsizetype>(wanted, MaxRows)) {
            m_lines.append(QStringList());
        }
    }

    void cell(QXmlStreamReader &xml)
    {
        const QXmlStreamAttributes attributes = xml.attributes();
        const QString reference = attributes.value("r"_L1).toString();
        const QString type = attributes.value("t"_L1).toString();
        const int style = attributes.value("s"_L1).toInt();
        QString text;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isEndElement() && xml.name() == "c"_L1) {
                break;
            }
            if (xml.isStartElement() && (xml.name() == "v"_L1 || xml.name() == "is"_L1)) {
                text = textInside(xml);
            } else if (xml.isStartElement()) {
                xml.skipCurrentElement(); // formulas
            }
        }
        if (m_lines.isEmpty()) {
            startRow(0);
        }
        QStringList &line = m_lines.last();
        const int column = reference.isEmpty() ? int(line.size()) : columnOf(reference);
        if (column < 0 || column >= MaxColumns) {
            return;
        }
        while (line.size() <= column) {
            line.append(QString());
        }
        line[column] = shown(text, type, style);
    }

    QString shown(const QString &text, const QString &type, int style) const
    {
        if (type == "s"_L1) {
            return m_shared.value(text.toInt());
        }
        if (type == "b"_L1) {
            return text == "1"_L1 ? u"TRUE"_s : u"FALSE"_s;
        }
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        if (type.isEmpty() || type == "n"_L1) {
            if (isNumber && m_dates.value(style) && number > 0 && number < 3000000) {
                return dateText(number);
            }
            if (isNumber && text.contains(u'E')) {
                return QString::number(number, 'g', 15);
            }
        }
        return text;
    }

    QStringList m_shared;
    QList<bool> m_dates;
    QList<QStringList> m_lines;
};

/// Name of the first sheet's part, by the workbook's order.
QString firstSheet(const QHash<QString, QByteArray> &parts)
{
    QString relation;
    QXmlStreamReader book(parts.value(u"xl/workbook.xml"_s));
    while (!book.atEnd() && relation.isEmpty()) {
        if (book.readNext() == QXmlStreamReader::StartElement && book.name() == "sheet"_L1) {
            relation = book.attributes().value(RelationSpace, "id"_L1).toString();
        }
    }
    QXmlStreamReader relations(parts.value(u"xl/_rels/workbook.xml.rels"_s));
    while (!relations.atEnd()) {
        if (relations.readNext() == QXmlStreamReader::StartElement
            && relations.attributes().value("Id"_L1) == relation) {
            const QString target = relations.attributes().value("Target"_L1).toString();
            return target.startsWith(u'/') ? target.mid(1) : u"xl/"_s + target;
        }
    }
    return u"xl/worksheets/sheet1.xml"_s;
}

QByteArray sheetXml(const QList<QStringList> &lines)
{
    // Leading zeros and long figures (cards, invoices) are texts: a number would lose them.
    static const QRegularExpression plainNumber(u"^-?(0|[1-9]\\d{0,14})(\\.\\d{1,10})?$"_s);
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument(u"1.0"_s, true);
    xml.writeStartElement(u"worksheet"_s);
    xml.writeDefaultNamespace(MainSpace);
    xml.writeStartElement(u"sheetData"_s);
    for (qsizetype row = 0; row < lines.size(); ++row) {
        xml.writeStartElement(u"row"_s);
        xml.writeAttribute(u"r"_s, QString::number(row + 1));
        for (int column = 0; column < lines[row].size(); ++column) {
            const QString &text = lines[row][column];
            xml.writeStartElement(u"c"_s);
            xml.writeAttribute(u"r"_s, columnName(column) + QString::number(row + 1));
            if (row == 0) {
                xml.writeAttribute(u"s"_s, u"1"_s);
            }
            const bool isNumber
                = row > 0 && text.size() <= 15 && plainNumber.match(text).hasMatch();
            if (isNumber) {
                xml.writeTextElement(u"v"_s, text);
            } else {
                xml.writeAttribute(u"t"_s, u"inlineStr"_s);
                xml.writeStartElement(u"is"_s);
                xml.writeStartElement(u"t"_s);
                xml.writeAttribute(u"xml:space"_s, u"preserve"_s);
                xml.writeCharacters(text);
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return bytes;
}

} // namespace

Result<QList<QStringList>> readXlsx(const QByteArray &bytes)
{
    const auto parts = unzip(bytes);
    if (!parts) {
        return tl::unexpected(parts.error());
    }
    const QByteArray sheet = parts->value(firstSheet(*parts));
    if (sheet.isEmpty()) {
        return fail(ErrorCode::BadInput, u"no sheet in the workbook"_s);
    }
    SheetReader reader(sharedTexts(parts->value(u"xl/sharedStrings.xml"_s)),
                       dateStyles(parts->value(u"xl/styles.xml"_s)));
    return reader.read(sheet);
}

Result<QByteArray> writeXlsx(const QList<QStringList> &lines)
{
    static constexpr char Types[] = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>)";
    static constexpr char Relations[] = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
    static constexpr char Workbook[] = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>)";
    static constexpr char BookRelations[]
        = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)";
    static constexpr char Styles[] = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>)";
    return zip({ { u"[Content_Types].xml"_s, Types },
                 { u"_rels/.rels"_s, Relations },
                 { u"xl/workbook.xml"_s, Workbook },
                 { u"xl/_rels/workbook.xml.rels"_s, BookRelations },
                 { u"xl/styles.xml"_s, Styles },
                 { u"xl/worksheets/sheet1.xml"_s, sheetXml(lines) } });
}

} // namespace andu::ui
