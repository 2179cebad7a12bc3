// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pdf_notice.h"

#include "core/base/literals.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr int FieldWidth = 264;
constexpr int TextWidth = 440;
constexpr int IconSize = 32;

QLabel *plainLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    label->setFixedWidth(TextWidth);
    return label;
}

} // namespace

std::shared_ptr<const crypto::SecureBytes> takeSecret(QLineEdit &edit)
{
    QString typed = edit.text();
    edit.clear();
    QByteArray bytes = typed.toUtf8();
    typed.fill(u'\0');
    auto secret = std::make_shared<const crypto::SecureBytes>(QByteArrayView(bytes));
    crypto::wipe(bytes);
    return secret;
}

PdfNotice::PdfNotice(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel)
    , m_title(plainLabel(u"noticeTitle"_s))
    , m_text(plainLabel(u"noticeText"_s))
    , m_detail(plainLabel(u"noticeDetail"_s))
    , m_password(new QLineEdit)
    , m_open(new QPushButton(tr("Open")))
{
    setObjectName(u"pdfDesk"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    m_title->setFont(theme.font(TypeStep::Heading));
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    m_text->setProperty("role", u"secondary"_s);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    m_password->setObjectName(u"pdfPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password of the document"));
    m_password->setFixedWidth(FieldWidth);
    m_open->setObjectName(u"pdfPasswordOpen"_s);
    m_open->setProperty("role", u"primary"_s);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_password);
    row->addWidget(m_open);
    row->addStretch();
    layout->addSpacing(8);
    layout->addLayout(row);
    m_detail->setProperty("role", u"hint"_s);
    m_detail->setFont(theme.font(TypeStep::Caption));
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_detail, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_password, &QLineEdit::returnPressed, this, &PdfNotice::submit);
    connect(m_open, &QPushButton::clicked, this, &PdfNotice::submit);
    showLoading();
}

void PdfNotice::submit()
{
    if (!m_password->text().isEmpty()) {
        Q_EMIT passwordGiven(takeSecret(*m_password));
    }
}

void PdfNotice::showLoading()
{
    m_icon->hide();
    m_title->setText({});
    m_text->setText(tr("Opening…"));
    m_detail->hide();
    m_password->hide();
    m_open->hide();
}

void PdfNotice::showProblem(const QString &title, const QString &text, const QString &detail)
{
    m_icon->setPixmap(m_theme.pixmap(u"attention"_s, Token::Danger, IconSize, devicePixelRatioF()));
    m_icon->show();
    m_title->setText(title);
    m_text->setText(text);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_password->hide();
    m_open->hide();
}

void PdfNotice::askPassword(const QString &name, bool wasWrong)
{
    m_icon->setPixmap(m_theme.pixmap(u"lock"_s, Token::Text2, IconSize, devicePixelRatioF()));
    m_icon->show();
    m_title->setText(tr("This document is protected by a password"));
    m_text->setText(wasWrong ? tr("That password does not open it. Please try again.") : name);
    m_text->setProperty("role", wasWrong ? u"danger"_s : u"secondary"_s);
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
    m_detail->hide();
    m_password->show();
    m_open->show();
    m_password->setFocus();
}

PdfStrip::PdfStrip(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel)
    , m_first(new QPushButton)
    , m_second(new QPushButton)
{
    setObjectName(name);
    setProperty("role", u"pdfStrip"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 12, 6);
    layout->setSpacing(8);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setObjectName(name + u"Text"_s);
    layout->addWidget(m_text, 1);
    m_first->setObjectName(name + u"First"_s);
    m_second->setObjectName(name + u"Second"_s);
    m_second->setProperty("role", u"primary"_s);
    layout->addWidget(m_first);
    layout->addWidget(m_second);
    connect(m_first, &QPushButton::clicked, this, &PdfStrip::firstChosen);
    connect(m_second, &QPushButton::clicked, this, &PdfStrip::secondChosen);
    hide();
}

void PdfStrip::show(const QString &tone,
                    const QString &text,
                    const QString &first,
                    const QString &second)
{
    m_text->setText(text);
    m_first->setText(first);
    m_first->setVisible(!first.isEmpty());
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
    setProperty("tone", tone);
    for (QWidget *widget : { static_cast<QWidget *>(this), static_cast<QWidget *>(m_text) }) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
    QFrame::show();
}

} // namespace andu::ui
