// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/batch_job.h"
#include "ui/pdf/verdict_text.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSettings;
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
                QSettings &settings,
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
    [[nodiscard]] QWidget *makePasswordRow();
    void begin();
    void run(const QList<int> &rows);
    void askPassword();
    void answerPassword(bool isGiven);
    void skipLocked();
    void showResult(int index, const BatchResult &result);
    void showState(int row, Tone tone, const QString &words);
    void finish(const QString &problem);
    void refresh();

    BatchMode m_mode;
    SealOffice m_office;
    QSettings &m_settings;
    const Theme &m_theme;
    BatchJob m_job;
    QStringList m_files;
    QList<int> m_rows; ///< Of the files the job works on now.
    QList<int> m_locked; ///< Rows that wait for a password.
    QHash<int, pdf::view::SharedSecret> m_passwords; ///< By row; until the dialog closes.
    std::optional<SealPlan> m_plan;
    QTableWidget *m_table;
    QLineEdit *m_target;
    QLabel *m_summary;
    QProgressBar *m_progress;
    QPushButton *m_choosePlan;
    QWidget *m_passwordRow = nullptr;
    QLabel *m_passwordText;
    QLineEdit *m_password;
    QPushButton *m_start;
    QPushButton *m_cancel;
    int m_done = 0;
    int m_good = 0;
};

} // namespace andu::ui
