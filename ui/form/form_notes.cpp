// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/form_notes.h"

#include "core/base/literals.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

QString iconOf(FormHint::Kind kind)
{
    switch (kind) {
    case FormHint::Kind::Module:
    case FormHint::Kind::Part:
        return u"info"_s;
    case FormHint::Kind::Choices:
        return u"offline"_s;
    default:
        return u"attention"_s;
    }
}

} // namespace

FormNotes::FormNotes(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(new QLabel)
    , m_place(new QVBoxLayout)
    , m_more(new QPushButton(tr("Technical details")))
    , m_details(new QLabel)
{
    setObjectName(u"formNotes"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setFont(theme.font(TypeStep::Heading));
    layout->addWidget(m_title);
    auto *kept = new QLabel(tr("Nothing of this keeps you from filling, saving or sending it."));
    kept->setWordWrap(true);
    kept->setProperty("role", u"hint"_s);
    layout->addWidget(kept);
    m_place->setSpacing(2);
    layout->addLayout(m_place);
    auto *row = new QHBoxLayout;
    auto *browser = new QPushButton(tr("Open in browser"));
    browser->setObjectName(u"notesBrowser"_s);
    connect(browser, &QPushButton::clicked, this, &FormNotes::browserWanted);
    row->addWidget(browser);
    m_more->setObjectName(u"notesDetails"_s);
    m_more->setProperty("role", u"text"_s);
    m_more->setCheckable(true);
    row->addWidget(m_more);
    auto *copy = new QPushButton(tr("Copy"));
    copy->setObjectName(u"notesCopy"_s);
    copy->setProperty("role", u"text"_s);
    copy->hide();
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_details->text());
    });
    row->addWidget(copy);
    row->addStretch();
    layout->addLayout(row);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setProperty("role", u"hint"_s);
    m_details->hide();
    layout->addWidget(m_details);
    connect(m_more, &QPushButton::toggled, this, [this, copy](bool isOpen) {
        m_details->setVisible(isOpen);
        copy->setVisible(isOpen);
    });
    hide();
}

QWidget *FormNotes::makeLine(const FormHint &hint)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(8);
    auto *icon = new QLabel;
    icon->setPixmap(m_theme.pixmap(iconOf(hint.kind), Token::Warn, 16, 2));
    row->addWidget(icon, 0, Qt::AlignTop);
    auto *text = new QLabel(hint.text);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    row->addWidget(text, 1);
    if (!hint.field.isEmpty()) {
        auto *show = new QPushButton(tr("Show"));
        show->setObjectName(u"note:"_s + hint.field);
        show->setProperty("role", u"link"_s);
        show->setAccessibleName(tr("Show: %1").arg(hint.text));
        connect(
            show, &QPushButton::clicked, this, [this, id = hint.field] { Q_EMIT fieldWanted(id); });
        row->addWidget(show, 0, Qt::AlignTop);
    }
    return line;
}

void FormNotes::setHints(const QList<FormHint> &hints)
{
    if (hints == m_hints && m_list) {
        return;
    }
    m_hints = hints;
    delete m_list;
    m_list = new QWidget;
    auto *lines = new QVBoxLayout(m_list);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(2);
    QStringList details;
    for (const FormHint &hint : std::as_const(m_hints)) {
        lines->addWidget(makeLine(hint));
        details.append(hint.detail);
    }
    m_place->addWidget(m_list);
    m_details->setText(details.join(u'\n'));
    m_title->setText(tr("%n parts of this form do not work here", nullptr, int(m_hints.size())));
    setHidden(m_hints.isEmpty());
}

} // namespace andu::ui
