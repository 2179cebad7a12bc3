// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seal/seal_use_detail.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "core/pdf/digest.h"
#include "ui/pdf/form_rows.h"

#include <QFile>
#include <QFileDialog>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr int PanelWidth = 312;
constexpr int DigestGroup = 8;

/// In groups, so that people can compare them.
QString digestText(const QByteArray &digest)
{
    const QString hex = QString::fromLatin1(digest.toHex()).toUpper();
    QStringList groups;
    for (qsizetype i = 0; i < hex.size(); i += DigestGroup) {
        groups.append(hex.mid(i, DigestGroup));
    }
    return groups.join(u' ');
}

void setRole(QLabel *label, const QString &role)
{
    label->setProperty("role", role);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace

SealUseDetail::SealUseDetail(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_number(named(new QLabel, u"useNumber"_s, tr("Number")))
    , m_chip(named(new QLabel, u"useState"_s, tr("State")))
    , m_close(named(new QToolButton, u"useClose"_s, tr("Back to the seal")))
    , m_rows(makeFormRows())
    , m_comparison(named(new QLabel, u"useComparison"_s, tr("Result of comparing")))
    , m_approval(named(
          new QPushButton(tr("Open the approval")), u"useApproval"_s, tr("Open the approval")))
    , m_compare(
          named(new QPushButton(tr("Compare a file…")), u"useCompare"_s, tr("Compare a file…")))
{
    setObjectName(u"pdfPanel"_s);
    setFixedWidth(PanelWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHead());
    auto *rows = new QWidget;
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(16, 4, 16, 16);
    column->addLayout(m_rows);
    m_comparison->setTextFormat(Qt::PlainText);
    m_comparison->setWordWrap(true);
    column->addWidget(m_comparison);
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(rows);
    layout->addWidget(scroll, 1);
    auto *line = new QFrame;
    line->setProperty("role", u"line"_s);
    line->setFixedHeight(1);
    layout->addWidget(line);
    layout->addLayout(makeFoot());
    connect(&m_theme, &Theme::changed, this, &SealUseDetail::refreshIcons);
    refreshIcons();
}

QLayout *SealUseDetail::makeHead()
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 14, 12, 14);
    head->setSpacing(8);
    m_number->setTextFormat(Qt::PlainText);
    m_number->setFont(m_theme.font(TypeStep::Heading));
    m_chip->setProperty("role", u"chip"_s);
    m_chip->setFont(m_theme.font(TypeStep::Caption));
    m_close->setToolTip(tr("Back to the seal"));
    head->addWidget(m_number, 1);
    head->addWidget(m_chip);
    head->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &SealUseDetail::closed);
    return head;
}

QLayout *SealUseDetail::makeFoot()
{
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(16, 12, 16, 12);
    foot->setSpacing(8);
    m_approval->setProperty("role", u"primary"_s);
    foot->addWidget(m_approval);
    foot->addWidget(m_compare);
    connect(m_approval, &QPushButton::clicked, this, [this] {
        Q_EMIT approvalWanted(m_use.job, m_use.approvalTitle);
    });
    connect(m_compare, &QPushButton::clicked, this, &SealUseDetail::chooseFile);
    return foot;
}

void SealUseDetail::addRow(const QString &name, const QString &value, bool isDigest)
{
    if (value.isEmpty()) {
        return;
    }
    auto *label = new QLabel(name);
    label->setProperty("role", u"secondary"_s);
    label->setAlignment(Qt::AlignTop);
    auto *shown = new QLabel(value);
    shown->setTextFormat(Qt::PlainText);
    shown->setWordWrap(true);
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    for (QLabel *each : { label, shown }) {
        each->setFont(
            m_theme.font(isDigest && each == shown ? TypeStep::Caption : TypeStep::Small));
    }
    m_rows->addRow(label, shown);
}

void SealUseDetail::showUse(const pdf::SealUse &use, bool isCancelled)
{
    m_use = use;
    m_number->setText(use.number);
    const bool stands = !isCancelled && use.cancels.isEmpty();
    m_chip->setText(isCancelled                 ? tr("Cancelled")
                        : use.cancels.isEmpty() ? tr("Electronic seal")
                                                : tr("Cancels %1").arg(use.cancels));
    m_chip->setProperty("tone", stands ? u"ok"_s : u"warn"_s);
    m_chip->style()->unpolish(m_chip);
    m_chip->style()->polish(m_chip);
    m_comparison->hide();
    m_approval->setEnabled(!use.job.isEmpty());
    m_approval->setToolTip(use.job.isEmpty() ? tr("This use did not come from a todo.")
                                             : use.approvalTitle.toHtmlEscaped());
    m_compare->setEnabled(!use.digestAfter.isEmpty());
    fillRows();
}

void SealUseDetail::fillRows()
{
    while (m_rows->rowCount() > 0) {
        m_rows->removeRow(0);
    }
    addRow(tr("Time"), m_use.timeUtc.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s));
    addRow(tr("Seal"), m_use.seal);
    addRow(tr("Document"), m_use.documentTitle);
    addRow(tr("Document number"), m_use.documentNumber);
    addRow(tr("File"), m_use.fileName);
    addRow(tr("Sent to"), m_use.recipient);
    addRow(tr("Pages"), QString::number(m_use.pages));
    addRow(tr("Impressions"),
           m_use.approvedMarks ? tr("%1 of %2 allowed").arg(m_use.marks).arg(*m_use.approvedMarks)
                               : QString::number(m_use.marks));
    addRow(m_use.isSeam ? tr("Seam at") : tr("Places"), m_use.places);
    addRow(tr("Applicant"), m_use.applicant);
    addRow(tr("Approved by"), m_use.approver);
    addRow(tr("Approval"), m_use.approvalTitle);
    addRow(tr("Approval number"), m_use.approval);
    addRow(tr("Operator"), m_use.operatorName);
    addRow(tr("Remark"), m_use.remark);
    addRow(tr("SM3 before"), digestText(m_use.digestBefore), true);
    addRow(tr("SM3 after"), digestText(m_use.digestAfter), true);
}

void SealUseDetail::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Compare a file"), {}, tr("PDF files (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SealUseDetail::compare);
    dialog->open();
}

void SealUseDetail::sayComparison(const QString &role, const QString &text)
{
    m_comparison->setText(text);
    setRole(m_comparison, role);
    m_comparison->show();
}

void SealUseDetail::compare(const QString &path)
{
    const auto hash = [path]() -> QByteArray {
        QFile file(path);
        pdf::Digest digest(pdf::DigestKind::Sm3);
        const bool isRead
            = file.open(QIODevice::ReadOnly) && digest.addDevice(file, file.size()).has_value();
        return isRead ? digest.finish() : QByteArray();
    };
    const QString number = m_use.number;
    whenDone(inBackground(hash), this, [this, number](const QByteArray &digest) {
        if (number != m_use.number) {
            return; // another row is shown meanwhile
        }
        if (digest.isEmpty()) {
            sayComparison(u"danger"_s, tr("That file cannot be read."));
        } else if (digest == m_use.digestAfter) {
            sayComparison(u"ok"_s, tr("That is the sealed file, unchanged."));
        } else if (digest == m_use.digestBefore) {
            sayComparison(u"ok"_s, tr("That is the file as it was before sealing."));
        } else {
            sayComparison(u"danger"_s,
                          tr("That is another file, or it was changed after sealing."));
        }
    });
}

void SealUseDetail::refreshIcons()
{
    m_close->setIcon(m_theme.icon(u"close"_s));
    m_approval->setIcon(m_theme.icon(u"todo"_s, Token::OnAccent));
}

} // namespace andu::ui
