// SPDX-License-Identifier: GPL-3.0-or-later
// Signing, sealing and verifying in PdfWindow.
#include "core/base/future.h"
#include "core/base/json.h"
#include "core/base/literals.h"
#include "ui/pdf/batch_dialog.h"
#include "ui/pdf/pdf_actions.h"
#include "ui/pdf/pdf_notice.h"
#include "ui/pdf/pdf_text.h"
#include "ui/pdf/pdf_window.h"
#include "ui/pdf/seal_session.h"
#include "ui/pdf/signature_panel.h"
#include "ui/pdf/working_copy.h"
#include "ui/shell/toast.h"

#include <QFileDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QSaveFile>
#include <QStyle>

namespace andu::ui {

void PdfWindow::connectSealing()
{
    const auto start = [this](SealMode mode) { return [this, mode] { m_sealing->start(mode); }; };
    connect(m_actions->sign, &QAction::triggered, this, start(SealMode::Sign));
    connect(m_actions->seal, &QAction::triggered, this, start(SealMode::Seal));
    connect(m_actions->seam, &QAction::triggered, this, start(SealMode::Seam));
    connect(m_actions->verify, &QAction::triggered, this, [this] {
        m_actions->panel->setChecked(true);
        verify();
    });
    connect(m_actions->batch, &QAction::triggered, this, [this] {
        auto *dialog
            = new BatchDialog(BatchMode::Seal, m_sealing->office(), m_settings, m_theme, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &BatchDialog::registerChanged, this, &PdfWindow::registerChanged);
        dialog->open();
    });
    connect(m_sealing, &SealSession::failed, this, [this](const Error &error) {
        showProblem(pdfErrorText(error));
    });
    connect(m_sealing, &SealSession::problem, this, &PdfWindow::showProblem);
    connect(
        m_sealing, &SealSession::told, this, [this](const QString &text) { m_toast->show(text); });
    connect(&m_sealing->placement(),
            &PlacementOverlay::partsChanged,
            this,
            &PdfWindow::describePending);
    connect(m_actions->longTerm, &QAction::triggered, m_sealing, &SealSession::makeLongTerm);
    m_panel->setLongTermAction(m_actions->longTerm);
    connect(m_sealing, &SealSession::registered, this, &PdfWindow::registerChanged);
    connect(m_panel, &SignaturePanel::recheckWanted, this, &PdfWindow::verify);
    connect(m_panel, &SignaturePanel::checked, this, &PdfWindow::describeCheck);
    connect(m_panel, &SignaturePanel::revisionWanted, this, &PdfWindow::showRevision);
    connect(m_panel, &SignaturePanel::exportWanted, this, &PdfWindow::exportReport);
}

/// Stays until it is read: what went wrong and what was kept.
void PdfWindow::showProblem(const QString &text)
{
    m_problemStrip->show(u"danger"_s, text, tr("Close"));
}

void PdfWindow::setApproval(const SealApproval &approval)
{
    m_sealing->setApproval(approval);
}

/// Long-term data makes sense for a signed document that nobody tampered with.
void PdfWindow::updateLongTerm()
{
    const auto &check = m_panel->result();
    const bool isIntact = check && !check->report.signatures.empty()
        && check->report.verdict != pdf::verify::Verdict::Modified
        && check->report.verdict != pdf::verify::Verdict::Invalid;
    m_actions->longTerm->setEnabled(m_isShown && m_policy.mayChange && isIntact
                                    && !m_copy->isBusy());
}

void PdfWindow::setTrust(const TrustSettings &trust)
{
    m_trust = trust;
    if (m_isShown) {
        verify();
    }
}

void PdfWindow::setOffice(const SealOffice &office)
{
    m_sealing->setOffice(office);
}

void PdfWindow::startSealing(const QString &seal)
{
    if (m_isShown) {
        m_sealing->start(SealMode::Seal, seal);
    } else {
        m_sealWanted = seal;
    }
}

void PdfWindow::verify()
{
    if (m_isShown) {
        TrustSettings trust = signingSettingsIn(m_settings).trust;
        trust.files += m_trust.files;
        trust.folders += m_trust.folders;
        m_panel->check(m_copy->content(), m_copy->password(), trust, m_sealing->office().book);
    }
}

void PdfWindow::describeCheck()
{
    updateLongTerm();
    const auto &check = m_panel->result();
    const bool isSigned = check && !check->report.signatures.empty();
    m_stateChip->setVisible(isSigned);
    m_revisionChip->setVisible(check && check->revisions > 1);
    if (!isSigned) {
        return;
    }
    const VerdictText verdict = verdictText(*check);
    m_stateChip->setText(verdict.title);
    m_stateChip->setProperty("tone", toneName(verdict.tone));
    m_stateChip->style()->unpolish(m_stateChip);
    m_stateChip->style()->polish(m_stateChip);
    m_revisionChip->setText(tr("Revision %1").arg(check->revisions));
}

/// What was signed, in a window of its own that changes nothing.
void PdfWindow::showRevision(qint64 sizeBytes, const QString &signer)
{
    PdfPolicy policy = m_policy;
    policy.mayChange = false;
    auto *window = new PdfWindow(m_theme, m_settings);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setObjectName(u"revisionWindow"_s);
    window->setTrust(m_trust);
    connect(this, &QObject::destroyed, window, &QWidget::close);
    window->m_presetPassword = m_copy->password();
    window->open(tr("%1 – as signed by %2").arg(m_name, signer),
                 m_copy->content().prefix(sizeBytes),
                 policy);
    window->show();
}

void PdfWindow::exportReport()
{
    auto *dialog = new QFileDialog(this, tr("Export report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ tr("Text (*.txt)"), tr("Data (*.json)") });
    dialog->setDefaultSuffix(u"txt"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"json"_s) ? u"json"_s : u"txt"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto &check = m_panel->result();
        if (!check) {
            return;
        }
        const QByteArray bytes = path.endsWith(u".json"_s, Qt::CaseInsensitive)
            ? QJsonDocument(toJson(*check, m_name)).toJson()
            : reportText(*check, m_name).toUtf8();
        QSaveFile file(path);
        const bool isWritten
            = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        m_toast->show(isWritten ? tr("The report was saved.")
                                : tr("The report could not be saved there."));
    });
    dialog->open();
}

} // namespace andu::ui
