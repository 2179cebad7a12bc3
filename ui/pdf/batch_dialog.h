// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/batch_job.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace andu::ui {

enum class BatchMode { Seal, Verify };

/// Many files at once: one seal on all of them, or what their signatures are worth.
class BatchDialog final : public QDialog
{
    Q_OBJECT

public:
    BatchDialog(BatchMode mode,
                const SealOffice &office,
                const TrustSettings &trust,
                const Theme &theme,
                QWidget *parent = nullptr);

    void addFiles(const QStringList &paths);
    /// All PDF files of a folder, its subfolders not.
    void addFolder(const QString &folder);
    void setTarget(const QString &folder);
    void setPlan(const SealPlan &plan);
    [[nodiscard]] BatchJob &job() { return m_job; }

Q_SIGNALS:
    void registerChanged();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    [[nodiscard]] QLayout *makeTop();
    [[nodiscard]] QLayout *makeBottom();
    void chooseFiles();
    void chooseFolder();
    void chooseTarget();
    void choosePlan();
    void begin();
    void showResult(int index, const BatchResult &result);
    void finish(const QString &problem);
    void refresh();

    BatchMode m_mode;
    SealOffice m_office;
    TrustSettings m_trust;
    const Theme &m_theme;
    BatchJob m_job;
    QStringList m_files;
    std::optional<SealPlan> m_plan;
    QTableWidget *m_table;
    QLineEdit *m_target;
    QLabel *m_summary;
    QProgressBar *m_progress;
    QPushButton *m_settings;
    QPushButton *m_start;
    QPushButton *m_cancel;
    int m_done = 0;
    int m_good = 0;
};

} // namespace andu::ui
