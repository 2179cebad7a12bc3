// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/field_box.h"

#include "core/base/json.h"
#include "core/base/literals.h"
#include "ui/form/rich_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace andu::ui {

using forms::ModuleKind;

FieldBox::FieldBox(forms::FormSession &session, const forms::Module &module, const Theme &theme)
    : m_session(session)
    , m_module(module)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
    , m_mark(new QLabel)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    if (module.info.family == forms::Family::Oo && module.grid.isEmpty()
        && !module.label.isEmpty()) {
        auto *label = new QLabel(module.label);
        label->setTextFormat(Qt::PlainText);
        label->setProperty("role", u"secondary"_s);
        m_layout->addWidget(label);
    }
    m_mark->setTextFormat(Qt::PlainText);
    m_mark->setWordWrap(true);
    m_mark->setProperty("role", u"danger"_s);
    m_mark->setObjectName(module.id + u"/mark"_s);
    m_mark->hide();
    build();
    m_layout->addWidget(m_mark);
    showState();
}

void FieldBox::build()
{
    delete m_content;
    m_editor = nullptr;
    m_reader = nullptr;
    m_isReadonly = m_session.state(m_module.id).isReadonly;
    const bool isGrid = m_module.is(ModuleKind::Datagrid) || m_module.is(ModuleKind::Datatable)
        || m_module.is(ModuleKind::Datatemplate);
    if (!m_isReadonly || isGrid) {
        m_editor = makeFieldEditor(m_session, m_module, m_theme);
    }
    m_content = m_editor ? m_editor : makeReader();
    const int place = m_layout->indexOf(m_mark);
    m_layout->insertWidget(place < 0 ? m_layout->count() : place, m_content);
}

QWidget *FieldBox::makeReader()
{
    switch (m_module.info.kind) {
    case ModuleKind::Attachment:
        return makeAttachments();
    case ModuleKind::RichText:
        return makeRichText(forms::textsIn(m_session.value(m_module.id)).join(QString()), m_theme);
    case ModuleKind::DocumentEditor:
        return makeRichText(json::text(m_session.value(m_module.id).toObject(), "filetext"_L1),
                            m_theme);
    case ModuleKind::Picture:
    case ModuleKind::Unknown:
        return makePlaceholder();
    default:
        m_reader = new QLabel;
        m_reader->setTextFormat(Qt::PlainText);
        m_reader->setWordWrap(true);
        m_reader->setObjectName(m_module.id);
        m_reader->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_reader->setFocusPolicy(Qt::NoFocus);
        m_reader->setText(m_session.shown(m_module.id));
        return m_reader;
    }
}

QWidget *FieldBox::makeAttachments()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    QString site = json::text(m_module.json, "site"_L1);
    site = site.isEmpty() ? json::text(m_module.json, "fileSite"_L1) : site;
    site = site.isEmpty() ? m_module.id : site;
    int count = 0;
    for (const Attachment &attachment : m_session.work().attachments) {
        if (attachment.site != site) {
            continue;
        }
        ++count;
        auto *row = new QHBoxLayout;
        auto *icon = new QLabel;
        icon->setPixmap(m_theme.pixmap(u"attach"_s, Token::Text2, 16, 2));
        auto *name = new QLabel(attachment.name);
        name->setTextFormat(Qt::PlainText);
        auto *size = new QLabel(QLocale().formattedDataSize(attachment.sizeBytes, 0));
        size->setProperty("role", u"hint"_s);
        row->addWidget(icon);
        row->addWidget(name);
        row->addWidget(size);
        row->addStretch();
        layout->addLayout(row);
    }
    if (count == 0) {
        auto *none = new QLabel(tr("No files"));
        none->setProperty("role", u"hint"_s);
        layout->addWidget(none);
    }
    return box;
}

QWidget *FieldBox::makePlaceholder()
{
    auto *frame = new QFrame;
    frame->setProperty("role", u"placeholder"_s);
    auto *layout = new QVBoxLayout(frame);
    const QString name = m_module.label.isEmpty() ? m_module.id : m_module.label;
    auto *title
        = new QLabel(tr("“%1” (%2) is shown in the browser only.").arg(name, m_module.type));
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    title->setProperty("role", u"secondary"_s);
    layout->addWidget(title);
    const QString text = m_session.shown(m_module.id);
    if (!text.isEmpty()) {
        auto *value = new QLabel(text.left(500));
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        layout->addWidget(value);
    }
    return frame;
}

void FieldBox::showValue()
{
    if (m_editor) {
        m_editor->showValue();
    } else if (m_reader) {
        m_reader->setText(m_session.shown(m_module.id));
    }
}

void FieldBox::showState()
{
    const forms::FieldState state = m_session.state(m_module.id);
    const bool isHidden = state.isHidden || state.isForbidden;
    if (isHidden || parentWidget()) {
        setVisible(!isHidden);
    }
    if (state.isReadonly != m_isReadonly) {
        build();
    } else if (m_editor) {
        m_editor->showOptions();
    }
    m_mark->setText(state.mark);
    m_mark->setHidden(state.mark.isEmpty());
    if (m_editor) {
        m_editor->setInvalid(!state.mark.isEmpty());
    }
}

void FieldBox::commit()
{
    if (m_editor) {
        m_editor->commit();
    }
}

void FieldBox::focusField()
{
    if (m_editor) {
        m_editor->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace andu::ui
