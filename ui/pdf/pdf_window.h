// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/view/content.h"
#include "ui/pdf/document_check.h"
#include "ui/pdf/page_view.h"
#include "ui/pdf/reading_places.h"
#include "ui/pdf/seal_plan.h"
#include "ui/theme/theme.h"

#include <QMainWindow>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPrinter;
class QSettings;
class QStackedWidget;

namespace andu::ui {

class FormOverlay;
class PdfNotice;
class PdfStrip;
class PdfToolBar;
class PrintJob;
class SealSession;
class SidePane;
class SignaturePanel;
class Toast;
class WorkingCopy;
struct PdfActions;

/// What the office allows with a document, beside what the file itself allows.
struct PdfPolicy
{
    bool mayCopy = true;
    bool mayPrint = true;
    bool maySaveCopy = true;
    bool mayChange = true; ///< Fill in, sign, seal.
};

/// The PDF workbench in a window of its own: reads, fills in, signs, seals and verifies one
/// document. Its bytes come from a device and go back as bytes; nothing is written to a file unless
/// the person saves a copy.
class PdfWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// @p theme and @p settings outlive the window.
    PdfWindow(const Theme &theme, QSettings &settings, QWidget *parent = nullptr);
    ~PdfWindow() override;

    /// @param name as shown; also what the reading place is remembered by.
    void open(const QString &name, const pdf::view::Content &content, const PdfPolicy &policy = {});

    void setTrust(const TrustSettings &trust);
    /// Seals, register and rules of the office. Without it seals come from picture files only.
    void setOffice(const SealOffice &office);
    /// The approval that a use of a seal in this document rests on: it is shown before each use and
    /// goes into the register.
    void setApproval(const SealApproval &approval);
    /// Begins sealing with a seal of the cabinet once the document is shown.
    void startSealing(const QString &seal);

    [[nodiscard]] PageView &pages() { return *m_pages; }
    [[nodiscard]] SignaturePanel &signatures() { return *m_panel; }
    [[nodiscard]] SealSession &sealing() { return *m_sealing; }
    [[nodiscard]] WorkingCopy &workingCopy() { return *m_copy; }
    [[nodiscard]] const QString &name() const { return m_name; }
    /// Whether a document is shown and everything in sight is drawn.
    [[nodiscard]] bool isComplete() const;

Q_SIGNALS:
    /// The person handed the changed document over: it is the new version of what was opened.
    void newVersionReady(const QByteArray &bytes, const QStringList &changes);
    /// The seal-use register has a new row.
    void registerChanged();
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeBody();
    [[nodiscard]] QWidget *makeStatusBar();
    void connectActions();
    void connectBusy();
    void connectZoom();
    void connectFind();
    void load(bool keepsPlace);
    void showDocument(const pdf::view::DocumentFacts &facts, bool keepsPlace);
    void showFailure(const Error &error);
    void describePlace();
    void describePending();
    void updateRights();
    void restorePlace();
    void rememberPlace();
    void applyDark();
    void followLink(const pdf::view::PageLink &link);
    void askPage();
    void copyText();
    void startPrinting();
    void printTo(const std::shared_ptr<QPrinter> &printer);
    void saveCopy();
    void saveFields();
    void handOver();
    void askBeforeClosing();
    void connectSealing();
    void showProblem(const QString &text);
    void undo();
    void updateLongTerm();
    void describeCheck();
    void verify();
    void showRevision(qint64 sizeBytes, const QString &signer);
    void exportReport();

    const Theme &m_theme;
    QSettings &m_settings;
    ReadingPlaces m_places;
    pdf::view::RenderQueue m_queue;
    std::unique_ptr<PdfActions> m_actions;
    WorkingCopy *m_copy;
    PrintJob *m_printing;
    PageView *m_pages;
    FormOverlay *m_fields;
    SidePane *m_side;
    PdfNotice *m_notice;
    PdfToolBar *m_toolBar = nullptr;
    PdfStrip *m_pendingStrip;
    PdfStrip *m_fieldStrip;
    PdfStrip *m_sealStrip;
    PdfStrip *m_busyStrip; ///< Something takes long and can be cancelled.
    PdfStrip *m_problemStrip;
    QTimer m_busyDelay;
    SealSession *m_sealing;
    SignaturePanel *m_panel;
    QLabel *m_stateChip;
    QLabel *m_revisionChip;
    QStackedWidget *m_stack;
    QLabel *m_nameLabel;
    QLabel *m_nameIcon;
    QLineEdit *m_find;
    QLabel *m_placeLabel;
    QLabel *m_paperLabel;
    QLabel *m_kindLabel;
    QLabel *m_rightsLabel;
    Toast *m_toast = nullptr;
    QString m_name;
    PdfPolicy m_policy;
    TrustSettings m_trust;
    QString m_sealWanted;
    pdf::view::SharedSecret m_presetPassword; ///< Of the document this is a revision of.
    pdf::view::DocumentFacts m_facts;
    int m_loads = 0; ///< The answer to an older load is dropped.
    bool m_isShown = false;
    bool m_mayClose = false;
    bool m_closesWhenHandedOver = false;
};

} // namespace andu::ui
