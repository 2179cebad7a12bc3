// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/document_editor.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "ui/form/rich_text.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTextEdit>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

struct DocumentField
{
    QLatin1StringView key;
    const char *label;
};

constexpr DocumentField DocumentFields[] = {
    { "fileno"_L1, QT_TRANSLATE_NOOP("andu::ui::DocumentEditor", "Document number") },
    { "secret"_L1, QT_TRANSLATE_NOOP("andu::ui::DocumentEditor", "Secrecy") },
    { "priority"_L1, QT_TRANSLATE_NOOP("andu::ui::DocumentEditor", "Urgency") },
    { "signer"_L1, QT_TRANSLATE_NOOP("andu::ui::DocumentEditor", "Issued by") },
    { "subject"_L1, QT_TRANSLATE_NOOP("andu::ui::DocumentEditor", "Title") },
    { "mainSend"_L1, QT_TRANSLATE_NOOP("andu::ui::DocumentEditor", "To") },
    { "attachment"_L1, QT_TRANSLATE_NOOP("andu::ui::DocumentEditor", "Attachments") },
    { "issuanceUnit"_L1, QT_TRANSLATE_NOOP("andu::ui::DocumentEditor", "Issuing unit") },
    { "issuanceDate"_L1, QT_TRANSLATE_NOOP("andu::ui::DocumentEditor", "Date of issue") },
    { "annotation"_L1, QT_TRANSLATE_NOOP("andu::ui::DocumentEditor", "Note") },
    { "copyto"_L1, QT_TRANSLATE_NOOP("andu::ui::DocumentEditor", "Copies to") },
    { "editionUnit"_L1, QT_TRANSLATE_NOOP("andu::ui::DocumentEditor", "Printed by") },
    { "editionDate"_L1, QT_TRANSLATE_NOOP("andu::ui::DocumentEditor", "Date of printing") },
};

constexpr double PageWidth = 860;

/// A line break, the only markup that short members carry.
const QRegularExpression &breakTag()
{
    static const QRegularExpression tag(u"<br\\s*/?>"_s, QRegularExpression::CaseInsensitiveOption);
    return tag;
}

/// Member as text; some are lists when they come from an organisation field.
QString memberText(const QJsonObject &value, QLatin1StringView key)
{
    const QJsonValue member = value.value(key);
    if (!member.isArray()) {
        return json::text(value, key);
    }
    QStringList names;
    const QJsonArray list = member.toArray();
    for (const QJsonValue &part : list) {
        names.append(part.isObject() ? forms::orgText(part) : part.toString());
    }
    return names.join(u"，"_s);
}

} // namespace

QString documentHtml(const QJsonObject &value, const QJsonObject &placeholders)
{
    const auto text = [&](QLatin1StringView key) {
        const QString shown = memberText(value, key);
        const bool isPlaceholder = !shown.isEmpty() && shown == memberText(placeholders, key)
            && (key == "subject"_L1 || key == "mainSend"_L1 || key == "filetext"_L1);
        // Line breaks are the only markup these members carry; everything else stays text.
        static const QRegularExpression breaks(u"&lt;br\\s*/?&gt;"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        return isPlaceholder ? QString()
                             : shown.left(4000).toHtmlEscaped().replace(breaks, u"<br>"_s);
    };
    const auto line = [](const QString &style, const QString &content) {
        return content.isEmpty() ? QString()
                                 : u"<p style=\""_s + style + u"\">"_s + content + u"</p>"_s;
    };
    QString html;
    QStringList marks;
    for (const auto key : { "copies"_L1, "secret"_L1, "priority"_L1 }) {
        if (const QString mark = text(key); !mark.isEmpty()) {
            marks.append(mark);
        }
    }
    html += line(u"margin:0 0 12px 0"_s, marks.join(u"<br>"_s));
    html += line(u"text-align:center;color:#D7000F;font-size:24pt;font-weight:bold;margin:8px 0"_s,
                 text("redHeader"_L1));
    QString number = text("fileno"_L1);
    if (const QString signer = text("signer"_L1); !signer.isEmpty()) {
        number += u"&nbsp;&nbsp;&nbsp;&nbsp;"_s + text("signerTitle"_L1) + u' ' + signer;
    }
    html += line(u"text-align:center;margin:4px 0"_s, number);
    html += u"<hr style=\"background-color:#D7000F\">"_s;
    html += line(u"text-align:center;font-size:16pt;font-weight:bold;margin:16px 0"_s,
                 text("subject"_L1));
    html += line(u"margin:8px 0"_s, text("mainSend"_L1));
    const QString body = memberText(value, "filetext"_L1);
    if (body != memberText(placeholders, "filetext"_L1)) {
        html += body.contains(u'<') ? body : line(u"text-indent:28px"_s, body.toHtmlEscaped());
    }
    if (QString files = text("attachment"_L1); !files.isEmpty()) {
        const QString title = text("attachmentTitle"_L1);
        files.replace(u"<br>"_s,
                      u"<br>"_s + QString(title.size(), QChar(u'\u3000'))); // one below another
        html += line(u"margin:12px 0 4px 0;white-space:pre-wrap"_s, title + files);
    }
    html += line(u"text-align:right;margin:20px 0 0 0"_s, text("issuanceUnit"_L1));
    html += line(u"text-align:right;margin:0 0 12px 0"_s, text("issuanceDate"_L1));
    html += line(u"margin:4px 0"_s, text("annotation"_L1));
    if (const QString copies = text("copyto"_L1); !copies.isEmpty()) {
        html += u"<hr>"_s + line(u"margin:4px 0"_s, text("copytoTitle"_L1) + copies);
    }
    QString edition = text("editionUnit"_L1);
    if (const QString date = text("editionDate"_L1); !date.isEmpty()) {
        edition += u"&nbsp;&nbsp;&nbsp;&nbsp;"_s + date;
    }
    if (!edition.isEmpty()) {
        html += u"<hr>"_s + line(u"margin:4px 0"_s, edition);
    }
    return html;
}

QWidget *makeDocumentPaper(const FormContext &context, const forms::Module &module)
{
    return new RichBlock(context.look,
                         documentHtml(context.value(module).toObject(),
                                      module.json.value("defaultValue"_L1).toObject()),
                         RichBlock::Ground::Paper);
}

DocumentEditor::DocumentEditor(const FormContext &context, const QString &id)
    : FieldEditor(context, id)
    , m_layout(new QVBoxLayout(this))
    , m_page(new QHBoxLayout)
    , m_isReadonly(state().isReadonly)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(look().px(8));
    m_layout->addLayout(m_page);
    m_page->addStretch(1);
    m_page->addStretch(1);
    if (!m_isReadonly && module().json.value("allowEdit"_L1) != QJsonValue(u"n"_s)) {
        addFields();
    } else {
        setObjectName(u"field:"_s + runtimeId());
    }
    showValue();
}

/// Fields that the form fills from another field are shown, not asked for.
bool DocumentEditor::isBound(const QString &key) const
{
    const QByteArray type = key.toLatin1() + "ValueType";
    return json::text(module().json, QLatin1StringView(type)) == "field"_L1;
}

QWidget *DocumentEditor::makeInput(const QString &key)
{
    if (key == "attachment"_L1) {
        m_files = new QPlainTextEdit;
        m_files->setTabChangesFocus(true);
        m_files->setFixedHeight(3 * m_files->fontMetrics().lineSpacing() + look().px(18));
        connect(m_files, &QPlainTextEdit::textChanged, this, [this] {
            if (m_files->document()->isModified()) {
                noteTyping();
            }
        });
        return m_files;
    }
    auto *line = new QLineEdit;
    connect(line, &QLineEdit::textEdited, this, [this] { noteTyping(); });
    m_lines.insert(key, line);
    return line;
}

void DocumentEditor::addFields()
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(look().px(12));
    form->setVerticalSpacing(look().px(8));
    for (const DocumentField &field : DocumentFields) {
        const QString key = field.key;
        if (isBound(key)) {
            continue;
        }
        QWidget *input = makeInput(key);
        input->setObjectName(u"field:"_s + runtimeId() + u'/' + key);
        input->setAccessibleName(tr(field.label));
        watch(input);
        auto *label = new QLabel(tr(field.label));
        label->setBuddy(input);
        form->addRow(label, input);
    }
    if (!isBound(u"filetext"_s)) {
        m_body = new QTextEdit;
        m_body->setDocument(new SafeDocument(m_body));
        m_body->document()->setDefaultFont(look().font(TypeStep::Base));
        m_body->setMinimumHeight(look().px(180));
        m_body->setTabChangesFocus(true);
        connect(m_body, &QTextEdit::textChanged, this, [this] {
            if (m_body->document()->isModified()) {
                noteTyping();
            }
        });
        auto *label = new QLabel(tr("Text"));
        label->setBuddy(m_body);
        form->addRow(label, m_body);
        setInput(m_body);
    }
    m_layout->addLayout(form);
}

void DocumentEditor::showValue()
{
    delete m_paper;
    m_paper = makeDocumentPaper(context(), module());
    m_paper->setMaximumWidth(look().px(PageWidth)); // as wide as a page, in the middle
    m_page->insertWidget(1, m_paper, 100);
    if (isTyping()) {
        return;
    }
    const QJsonObject value = stored().toObject();
    for (auto line = m_lines.begin(); line != m_lines.end(); ++line) {
        line.value()->setText(memberText(value, QLatin1StringView(line.key().toLatin1())));
        line.value()->setModified(false);
        line.value()->setReadOnly(value.value(line.key()).isArray()); // from an organisation field
    }
    if (m_files) {
        const QSignalBlocker blocker(m_files);
        m_files->setPlainText(memberText(value, "attachment"_L1).replace(breakTag(), u"\n"_s));
        m_files->document()->setModified(false);
        m_files->setReadOnly(value.value("attachment"_L1).isArray());
    }
    if (m_body) {
        const QString html = json::text(value, "filetext"_L1);
        static_cast<SafeDocument *>(m_body->document())->setSafeHtml(html);
        m_body->document()->setModified(false);
        m_body->setReadOnly(!survivesEditing(html));
        m_body->setToolTip(m_body->isReadOnly()
                               ? tr("This text has parts that would be lost when it is edited "
                                    "here. It is kept as it is.")
                               : QString());
    }
}

void DocumentEditor::commit()
{
    QJsonObject value = stored().toObject();
    bool isChanged = false;
    for (auto line = m_lines.begin(); line != m_lines.end(); ++line) {
        if (line.value()->isModified()) {
            line.value()->setModified(false);
            value.insert(line.key(), line.value()->text());
            isChanged = true;
        }
    }
    if (m_files && m_files->document()->isModified()) {
        m_files->document()->setModified(false);
        const QStringList lines = m_files->toPlainText().split(u'\n', Qt::SkipEmptyParts);
        value.insert(u"attachment"_s, lines.join(u"<br>"_s));
        isChanged = true;
    }
    if (m_body && m_body->document()->isModified() && !m_body->isReadOnly()) {
        m_body->document()->setModified(false);
        value.insert(u"filetext"_s, cleanHtml(*m_body->document()));
        isChanged = true;
    }
    if (isChanged) {
        write(value);
    }
}

} // namespace andu::ui
