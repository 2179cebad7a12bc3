// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/batch_dialog.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "ui/pdf/form_rows.h"
#include "ui/pdf/pdf_notice.h"
#include "ui/pdf/pdf_text.h"
#include "ui/pdf/seal_dialog.h"
#include "ui/pdf/verdict_text.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr int RowHeight = 36;
constexpr int AnyPage = 100000; ///< Page ranges are judged for each file on its own.

} // namespace

BatchDialog::BatchDialog(BatchMode mode,
                         const SealOffice &office,
                         QSettings &settings,
                         const Theme &theme,
                         QWidget *parent)
    : QDialog(parent)
    , m_mode(mode)
    , m_office(office)
    , m_settings(settings)
    , m_theme(theme)
    , m_table(new QTableWidget(0, 2))
    , m_target(new QLineEdit)
    , m_summary(new QLabel)
    , m_progress(new QProgressBar)
    , m_choosePlan(new QPushButton(tr("Seal and key…")))
    , m_passwordText(new QLabel)
    , m_password(named(new QLineEdit, u"batchPassword"_s, tr("Password of the file")))
    , m_start(new QPushButton(mode == BatchMode::Seal ? tr("Seal all") : tr("Verify all")))
    , m_cancel(new QPushButton(tr("Close")))
{
    setObjectName(u"batchDialog"_s);
    setWindowTitle(mode == BatchMode::Seal ? tr("Seal many files") : tr("Verify many files"));
    resize(760, 520);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addLayout(makeTop());
    m_table->setObjectName(u"batchFiles"_s);
    m_table->setAccessibleName(tr("Files"));
    m_table->setHorizontalHeaderLabels({ tr("File"), tr("Result") });
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Interactive);
    m_table->setColumnWidth(1, 300);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(RowHeight);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    layout->addWidget(m_table, 1);
    m_passwordRow = makePasswordRow();
    layout->addWidget(m_passwordRow);
    m_progress->setObjectName(u"batchProgress"_s);
    m_progress->setTextVisible(false);
    m_progress->hide();
    layout->addWidget(m_progress);
    layout->addLayout(makeBottom());
    connect(&m_job, &BatchJob::fileDone, this, &BatchDialog::showResult);
    connect(&m_job, &BatchJob::finished, this, &BatchDialog::finish);
    refresh();
}

QLayout *BatchDialog::makeTop()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    auto *files = new QHBoxLayout;
    files->setSpacing(8);
    auto *addFiles = new QPushButton(tr("Add files…"));
    auto *addFolder = new QPushButton(tr("Add a folder…"));
    for (QPushButton *button : { addFiles, addFolder, m_choosePlan, m_cancel }) {
        button->setAutoDefault(false);
    }
    files->addWidget(addFiles);
    files->addWidget(addFolder);
    files->addStretch();
    m_choosePlan->setObjectName(u"batchSettings"_s);
    m_choosePlan->setIcon(m_theme.icon(u"seal"_s));
    m_choosePlan->setVisible(m_mode == BatchMode::Seal);
    files->addWidget(m_choosePlan);
    column->addLayout(files);
    connect(addFiles, &QPushButton::clicked, this, &BatchDialog::chooseFiles);
    connect(addFolder, &QPushButton::clicked, this, &BatchDialog::chooseFolder);
    connect(m_choosePlan, &QPushButton::clicked, this, &BatchDialog::choosePlan);
    m_target->setObjectName(u"batchTarget"_s);
    m_target->setPlaceholderText(tr("Folder for the sealed files"));
    m_target->setAccessibleName(tr("Folder for the sealed files"));
    m_target->setVisible(m_mode == BatchMode::Seal);
    connect(m_target, &QLineEdit::textChanged, this, &BatchDialog::refresh);
    auto *browse = new QPushButton(tr("Browse…"));
    browse->setAutoDefault(false);
    browse->setVisible(m_mode == BatchMode::Seal);
    connect(browse, &QPushButton::clicked, this, &BatchDialog::chooseTarget);
    auto *target = new QHBoxLayout;
    target->setSpacing(8);
    target->addWidget(m_target, 1);
    target->addWidget(browse);
    column->addLayout(target);
    return column;
}

QLayout *BatchDialog::makeBottom()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_summary->setObjectName(u"batchSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setProperty("role", u"secondary"_s);
    m_start->setObjectName(u"batchStart"_s);
    m_start->setProperty("role", u"primary"_s);
    m_cancel->setObjectName(u"batchCancel"_s);
    row->addWidget(m_summary, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_start);
    connect(m_start, &QPushButton::clicked, this, &BatchDialog::begin);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job.isRunning()) {
            m_job.cancel();
        } else {
            close();
        }
    });
    return row;
}

void BatchDialog::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add files"), {}, tr("PDF files (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &BatchDialog::addFiles);
    dialog->open();
}

void BatchDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Add a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &BatchDialog::addFolder);
    dialog->open();
}

void BatchDialog::chooseTarget()
{
    auto *dialog = new QFileDialog(this, tr("Folder for the sealed files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_target, &QLineEdit::setText);
    dialog->open();
}

void BatchDialog::choosePlan()
{
    const auto list = [book = m_office.book]() -> QList<pdf::StoredSeal> {
        return book ? book->seals().value_or(QList<pdf::StoredSeal>()) : QList<pdf::StoredSeal>();
    };
    whenDone(inBackground(list), this, [this](const QList<pdf::StoredSeal> &seals) {
        const SealTask task{ SealMode::Seal, seals, {}, AnyPage };
        auto *dialog = new SealDialog(task, m_office, m_settings, m_theme, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &SealDialog::planReady, this, &BatchDialog::setPlan);
        dialog->open();
    });
}

QWidget *BatchDialog::makePasswordRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_passwordText->setTextFormat(Qt::PlainText);
    m_passwordText->setObjectName(u"batchPasswordText"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("Password of the file"));
    auto *open = named(new QPushButton(tr("Open")), u"batchPasswordOpen"_s, tr("Open"));
    auto *skip = named(new QPushButton(tr("Skip")), u"batchPasswordSkip"_s, tr("Skip"));
    auto *skipAll = new QPushButton(tr("Skip all"));
    layout->addWidget(m_passwordText, 1);
    layout->addWidget(m_password);
    for (QPushButton *button : { open, skip, skipAll }) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    connect(open, &QPushButton::clicked, this, [this] { answerPassword(true); });
    connect(m_password, &QLineEdit::returnPressed, this, [this] { answerPassword(true); });
    connect(skip, &QPushButton::clicked, this, [this] { answerPassword(false); });
    connect(skipAll, &QPushButton::clicked, this, &BatchDialog::skipLocked);
    row->hide();
    return row;
}

void BatchDialog::addFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (m_files.contains(path)) {
            continue;
        }
        m_files.append(path);
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        auto *name = new QTableWidgetItem(m_theme.icon(u"file-pdf"_s, Token::Seal),
                                          QFileInfo(path).fileName());
        m_table->setItem(row, 0, name);
        m_table->setItem(row, 1, new QTableWidgetItem);
    }
    refresh();
}

void BatchDialog::addFolder(const QString &folder)
{
    QStringList paths;
    const QDir dir(folder);
    const QStringList names = dir.entryList({ u"*.pdf"_s }, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        paths.append(dir.filePath(name));
    }
    addFiles(paths);
}

void BatchDialog::setTarget(const QString &folder)
{
    m_target->setText(folder);
}

void BatchDialog::setPlan(const SealPlan &plan)
{
    m_plan = plan;
    refresh();
}

void BatchDialog::refresh()
{
    const bool isRunning = m_job.isRunning();
    const bool isReady = m_mode == BatchMode::Verify || (m_plan && !m_target->text().isEmpty());
    m_start->setEnabled(!isRunning && isReady && !m_files.isEmpty() && m_locked.isEmpty());
    m_cancel->setText(isRunning ? tr("Cancel") : tr("Close"));
    m_progress->setVisible(isRunning);
    if (isRunning || m_done > 0) {
        m_summary->setText(
            tr("%1 of %2 files, %3 without problems").arg(m_done).arg(m_files.size()).arg(m_good));
    } else if (m_files.isEmpty()) {
        m_summary->setText(tr("Add the files or a folder."));
    } else if (m_mode == BatchMode::Seal && !m_plan) {
        m_summary->setText(tr("Choose the seal and the key."));
    } else if (m_mode == BatchMode::Seal && m_target->text().isEmpty()) {
        m_summary->setText(tr("Choose the folder for the sealed files."));
    } else {
        m_summary->setText(tr("%n file(s)", nullptr, int(m_files.size())));
    }
}

void BatchDialog::begin()
{
    m_done = 0;
    m_good = 0;
    m_locked.clear();
    QList<int> rows;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        rows.append(row);
    }
    run(rows);
}

void BatchDialog::run(const QList<int> &rows)
{
    m_rows = rows;
    m_progress->setRange(0, int(m_files.size()));
    m_progress->setValue(m_done);
    QList<BatchFile> files;
    for (const int row : rows) {
        files.append({ m_files.at(row), m_passwords.value(row) });
        showState(row, Tone::Neutral, tr("Waiting"));
        m_table->item(row, 1)->setIcon({});
    }
    if (m_mode == BatchMode::Verify) {
        m_job.verify(files, signingSettingsIn(m_settings).trust);
    } else {
        const QString target = m_target->text();
        if (!QDir().mkpath(target)) {
            finish(tr("The folder cannot be written."));
            return;
        }
        m_job.seal(files, target, *m_plan, m_office);
    }
    refresh();
}

void BatchDialog::showState(int row, Tone tone, const QString &words)
{
    QTableWidgetItem *item = m_table->item(row, 1);
    item->setText(words);
    item->setToolTip(words.toHtmlEscaped());
    item->setIcon(m_theme.icon(iconOf(tone), tokenOf(tone)));
    item->setForeground(m_theme.colour(tokenOf(tone)));
}

void BatchDialog::showResult(int index, const BatchResult &result)
{
    const int row = m_rows.at(index);
    QString words;
    Tone tone = Tone::Ok;
    switch (result.state) {
    case BatchState::Done:
        if (result.check) {
            const VerdictText verdict = verdictText(*result.check);
            words = verdict.title;
            tone = verdict.tone;
        } else if (result.error) {
            words = tr("Sealed, without validation data: %1").arg(pdfErrorText(*result.error));
            tone = Tone::Warn;
        } else {
            words = tr("Sealed");
        }
        break;
    case BatchState::DoneBefore:
        words = tr("Was sealed before, left as it is");
        break;
    case BatchState::NeedsPassword:
        m_locked.append(row);
        showState(row,
                  Tone::Warn,
                  m_passwords.contains(row) ? tr("That password does not open it")
                                            : tr("Protected by a password"));
        return;
    case BatchState::Cancelled:
        words = tr("Not done: cancelled");
        tone = Tone::Neutral;
        break;
    case BatchState::Failed:
        words = pdfErrorText(result.error.value_or(Error{}));
        tone = Tone::Danger;
        break;
    case BatchState::Waiting:
        break;
    }
    ++m_done;
    m_good += tone == Tone::Ok ? 1 : 0;
    showState(row, tone, words);
    m_progress->setValue(m_done);
    refresh();
}

/// Files that need a password are asked for when the others are done, one after the other.
void BatchDialog::askPassword()
{
    refresh();
    for (const int row : std::as_const(m_locked)) {
        if (m_rows.contains(row)) {
            m_passwordText->setText(
                tr("%1 is protected by a password.").arg(QFileInfo(m_files.at(row)).fileName()));
            m_table->selectRow(row);
            m_passwordRow->show();
            m_password->clear();
            m_password->setFocus();
            return;
        }
    }
    m_passwordRow->hide();
    const QList<int> opened = std::exchange(m_locked, {});
    if (!opened.isEmpty()) {
        run(opened);
    }
    refresh();
}

/// Takes the first row that was not asked yet out of those asked.
void BatchDialog::answerPassword(bool isGiven)
{
    const auto next = std::find_if(
        m_locked.begin(), m_locked.end(), [this](int row) { return m_rows.contains(row); });
    if (next == m_locked.end() || (isGiven && m_password->text().isEmpty())) {
        return;
    }
    const int row = *next;
    m_rows.removeOne(row);
    if (isGiven) {
        m_passwords.insert(row, takeSecret(*m_password));
        showState(row, Tone::Neutral, tr("Waiting"));
    } else {
        m_locked.erase(next);
        m_passwords.remove(row);
        ++m_done;
        showState(row, Tone::Warn, tr("Skipped: protected, no password was given"));
    }
    askPassword();
}

void BatchDialog::skipLocked()
{
    while (std::any_of(
        m_locked.begin(), m_locked.end(), [this](int row) { return m_rows.contains(row); })) {
        answerPassword(false);
    }
}

void BatchDialog::finish(const QString &problem)
{
    if (!problem.isEmpty()) {
        m_locked.clear();
    }
    askPassword();
    if (!problem.isEmpty()) {
        m_summary->setText(problem);
    }
    if (m_mode == BatchMode::Seal) {
        Q_EMIT registerChanged();
    }
}

void BatchDialog::closeEvent(QCloseEvent *event)
{
    m_job.cancel();
    QDialog::closeEvent(event);
}

} // namespace andu::ui
