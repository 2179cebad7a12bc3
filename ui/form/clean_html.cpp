// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/literals.h"
#include "ui/form/rich_text.h"

#include <QTextBlock>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>

namespace andu::ui {

namespace {

class Writer
{
public:
    QString write(QTextFrame *root)
    {
        frame(root);
        closeList();
        return m_html;
    }

private:
    void frame(QTextFrame *root)
    {
        for (auto part = root->begin(); part != root->end(); ++part) {
            if (auto *table = qobject_cast<QTextTable *>(part.currentFrame())) {
                closeList();
                writeTable(table);
            } else if (part.currentFrame()) {
                frame(part.currentFrame());
            } else {
                block(part.currentBlock());
            }
        }
    }

    void writeTable(QTextTable *table)
    {
        m_html += u"<table>"_s;
        for (int row = 0; row < table->rows(); ++row) {
            m_html += u"<tr>"_s;
            for (int column = 0; column < table->columns(); ++column) {
                const QTextTableCell cell = table->cellAt(row, column);
                if (cell.row() != row || cell.column() != column) {
                    continue;
                }
                m_html += u"<td"_s;
                if (cell.columnSpan() > 1) {
                    m_html += u" colspan=\"%1\""_s.arg(cell.columnSpan());
                }
                if (cell.rowSpan() > 1) {
                    m_html += u" rowspan=\"%1\""_s.arg(cell.rowSpan());
                }
                m_html += u'>';
                for (auto part = cell.begin(); part != cell.end(); ++part) {
                    if (part.currentBlock().isValid()) {
                        block(part.currentBlock());
                    }
                }
                closeList();
                m_html += u"</td>"_s;
            }
            m_html += u"</tr>"_s;
        }
        m_html += u"</table>"_s;
    }

    void block(const QTextBlock &block)
    {
        QTextList *list = block.textList();
        if (list != m_list) {
            closeList();
            m_list = list;
            if (list) {
                m_html += isNumbered() ? u"<ol>"_s : u"<ul>"_s;
            }
        }
        QString tag = list ? u"li"_s : u"p"_s;
        if (const int level = block.blockFormat().headingLevel(); level > 0 && !list) {
            tag = u'h' + QString::number(std::min(level, 4));
        }
        m_html += u'<' + tag + alignment(block.blockFormat()) + u'>';
        for (auto part = block.begin(); part != block.end(); ++part) {
            if (part.fragment().isValid()) {
                fragment(part.fragment(), tag.startsWith(u'h'));
            }
        }
        m_html += u"</"_s + tag + u'>';
    }

    static QString alignment(const QTextBlockFormat &format)
    {
        QString style;
        const Qt::Alignment align = format.alignment();
        if (align & Qt::AlignHCenter) {
            style = u"text-align:center"_s;
        } else if (align & Qt::AlignRight) {
            style = u"text-align:right"_s;
        }
        return style.isEmpty() ? QString() : u" style=\""_s + style + u'"';
    }

    void fragment(const QTextFragment &fragment, bool isHeading)
    {
        const QTextCharFormat format = fragment.charFormat();
        QString text = fragment.text().toHtmlEscaped();
        text.replace(QChar::LineSeparator, u"<br>"_s);
        text.replace(QChar::Nbsp, u"&nbsp;"_s);
        QStringList styles;
        if (format.hasProperty(QTextFormat::ForegroundBrush) && !format.isAnchor()) {
            styles.append(u"color:"_s + format.foreground().color().name());
        }
        if (format.hasProperty(QTextFormat::BackgroundBrush)) {
            styles.append(u"background-color:"_s + format.background().color().name());
        }
        if (format.hasProperty(QTextFormat::FontPixelSize)) {
            styles.append(u"font-size:%1px"_s.arg(format.intProperty(QTextFormat::FontPixelSize)));
        } else if (format.hasProperty(QTextFormat::FontPointSize)) {
            styles.append(u"font-size:%1pt"_s.arg(format.fontPointSize()));
        }
        if (!styles.isEmpty()) {
            text = u"<span style=\""_s + styles.join(u';') + u"\">"_s + text + u"</span>"_s;
        }
        const auto wrap = [&text](bool isOn, const QString &tag) {
            if (isOn) {
                text = u'<' + tag + u'>' + text + u"</"_s + tag + u'>';
            }
        };
        wrap(format.fontWeight() > QFont::Medium && !isHeading, u"b"_s);
        wrap(format.fontItalic(), u"i"_s);
        wrap(format.fontUnderline() && !format.isAnchor(), u"u"_s);
        wrap(format.fontStrikeOut(), u"s"_s);
        wrap(format.verticalAlignment() == QTextCharFormat::AlignSuperScript, u"sup"_s);
        wrap(format.verticalAlignment() == QTextCharFormat::AlignSubScript, u"sub"_s);
        if (format.isAnchor() && !format.anchorHref().isEmpty()) {
            text = u"<a href=\""_s + format.anchorHref().toHtmlEscaped() + u"\">"_s + text
                + u"</a>"_s;
        }
        m_html += text;
    }

    [[nodiscard]] bool isNumbered() const
    {
        return m_list && m_list->format().style() <= QTextListFormat::ListDecimal;
    }

    void closeList()
    {
        if (m_list) {
            m_html += isNumbered() ? u"</ol>"_s : u"</ul>"_s;
            m_list = nullptr;
        }
    }

    QString m_html;
    QTextList *m_list = nullptr;
};

} // namespace

QString cleanHtml(const QTextDocument &document)
{
    if (document.isEmpty()) {
        return {}; // an empty text is empty for the form's rules, too
    }
    return Writer().write(document.rootFrame());
}

} // namespace andu::ui
