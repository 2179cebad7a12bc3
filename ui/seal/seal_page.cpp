// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seal/seal_page.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "core/pdf/view/background.h"
#include "ui/pdf/batch_dialog.h"
#include "ui/pdf/pdf_text.h"
#include "ui/seal/add_seal_dialog.h"
#include "ui/seal/seal_detail.h"
#include "ui/seal/seal_list_model.h"
#include "ui/seal/seal_use_model.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr int HeadHeight = 56;
constexpr int CabinetHeight = 220;
constexpr int RowHeight = 36;
constexpr int PeriodDays = 30;
constexpr int ColumnPadding = 12; ///< What the style adds round a cell.

void setTone(QLabel *label, const QString &role)
{
    label->setProperty("role", role);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace

SealPage::SealPage(const SealOffice &office,
                   const TrustSettings &trust,
                   const Theme &theme,
                   QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_trust(trust)
    , m_theme(theme)
    , m_seals(new SealListModel(this))
    , m_uses(new SealUseModel(this))
    , m_title(new QLabel)
    , m_add(new QPushButton(tr("Add a seal…")))
    , m_verify(new QPushButton(tr("Verify files…")))
    , m_batch(new QPushButton(tr("Seal many files…")))
    , m_export(new QPushButton(tr("Export")))
    , m_cabinet(new QStackedWidget)
    , m_cards(new QListView)
    , m_table(new QTableView)
    , m_period(new QComboBox)
    , m_sealFilter(new QComboBox)
    , m_count(new QLabel)
    , m_chain(new QLabel)
    , m_problem(new QLabel)
    , m_detail(new SealDetail(theme))
{
    setObjectName(u"sealPage"_s);
    auto *main = new QFrame;
    main->setObjectName(u"canvas"_s);
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_problem->setObjectName(u"sealPageProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(24, 8, 24, 0);
    m_problem->setProperty("role", u"danger"_s);
    m_problem->hide();
    column->addWidget(m_problem);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(24, 16, 24, 24);
    body->setSpacing(16);
    body->addWidget(makeCabinet());
    body->addWidget(makeRegister(), 1);
    column->addLayout(body, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(main, 1);
    layout->addWidget(m_detail);
    connect(m_detail, &SealDetail::sealWanted, this, &SealPage::sealWanted);
    connect(&m_theme, &Theme::changed, this, &SealPage::refreshIcons);
    refreshIcons();
    reload();
}

QWidget *SealPage::makeHead()
{
    auto *head = new QFrame;
    head->setObjectName(u"detailHead"_s);
    head->setFixedHeight(HeadHeight);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(24, 0, 24, 0);
    layout->setSpacing(8);
    m_title->setFont(m_theme.font(TypeStep::Heading));
    layout->addWidget(m_title, 1);
    m_add->setObjectName(u"sealAdd"_s);
    m_verify->setObjectName(u"sealVerify"_s);
    m_batch->setObjectName(u"sealBatch"_s);
    m_batch->setProperty("role", u"primary"_s);
    for (QPushButton *button : { m_add, m_verify, m_batch }) {
        layout->addWidget(button);
    }
    connect(m_add, &QPushButton::clicked, this, &SealPage::addSeal);
    connect(m_verify, &QPushButton::clicked, this, [this] { openBatch(true); });
    connect(m_batch, &QPushButton::clicked, this, [this] { openBatch(false); });
    return head;
}

QWidget *SealPage::makeCabinet()
{
    m_cards->setObjectName(u"sealCards"_s);
    m_cards->setAccessibleName(tr("Cabinet of seals"));
    m_cards->setModel(m_seals);
    m_cards->setItemDelegate(new SealCardDelegate(m_theme, *m_seals, m_cards));
    m_cards->setFlow(QListView::LeftToRight);
    m_cards->setWrapping(false);
    m_cards->setUniformItemSizes(true);
    m_cards->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_cards->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_cards->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &SealPage::showCurrent);
    auto *empty
        = new QLabel(tr("Seals of your office appear here. Add one that is drawn from data, "
                        "from a picture, or an electronic seal."));
    empty->setObjectName(u"sealsEmpty"_s);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setProperty("role", u"hint"_s);
    m_cabinet->addWidget(m_cards);
    m_cabinet->addWidget(empty);
    m_cabinet->setFixedHeight(CabinetHeight);
    return m_cabinet;
}

QWidget *SealPage::makeRegister()
{
    auto *card = new QFrame;
    card->setObjectName(u"card"_s);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 6, 16, 6);
    head->setSpacing(8);
    auto *title = new QLabel(tr("Seal-use register"));
    QFont bold = m_theme.font(TypeStep::Base);
    bold.setBold(true);
    title->setFont(bold);
    m_count->setProperty("role", u"secondary"_s);
    head->addWidget(title);
    head->addWidget(m_count, 1);
    m_period->addItems({ tr("Last %1 days").arg(PeriodDays), tr("All the time") });
    m_period->setAccessibleName(tr("Period"));
    m_sealFilter->setAccessibleName(tr("Seal"));
    m_sealFilter->setMinimumWidth(120);
    m_export->setObjectName(u"registerExport"_s);
    head->addWidget(m_period);
    head->addWidget(m_sealFilter);
    head->addWidget(m_export);
    layout->addLayout(head);
    m_table->setObjectName(u"sealRegister"_s);
    m_table->setAccessibleName(tr("Seal-use register"));
    m_table->setModel(m_uses);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(RowHeight);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setFont(m_theme.font(TypeStep::Small));
    m_table->horizontalHeader()->setSectionResizeMode(int(SealUseModel::Column::Document),
                                                      QHeaderView::Stretch);
    layout->addWidget(m_table, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 6, 16, 6);
    auto *note = new QLabel(tr("Every use is written into a chain on this computer; rows cannot be "
                               "changed unnoticed."));
    note->setProperty("role", u"hint"_s);
    m_chain->setObjectName(u"registerChain"_s);
    for (QLabel *label : { note, m_chain }) {
        label->setFont(m_theme.font(TypeStep::Caption));
    }
    foot->addWidget(note, 1);
    foot->addWidget(m_chain);
    layout->addLayout(foot);
    connect(m_period, &QComboBox::currentIndexChanged, this, &SealPage::filter);
    connect(m_sealFilter, &QComboBox::currentIndexChanged, this, &SealPage::filter);
    connect(m_export, &QPushButton::clicked, this, &SealPage::exportRegister);
    return card;
}

void SealPage::reload()
{
    const auto read = [office = m_office]() -> Contents {
        // A cabinet or register that is not there yet is empty, not broken.
        const bool hasCabinet = QDir(office.cabinetFolder).exists();
        const bool hasRegister = QFile::exists(office.registerPath);
        return { hasCabinet ? pdf::SealCabinet(office.cabinetFolder).list()
                            : Result<QList<pdf::StoredSeal>>(QList<pdf::StoredSeal>()),
                 hasRegister ? pdf::SealRegister(office.registerPath).read()
                             : Result<QList<pdf::SealUse>>(QList<pdf::SealUse>()) };
    };
    whenDone(pdf::view::inBackground(read), this, [this](const Contents &contents) {
        showContents(contents);
        Q_EMIT loaded();
    });
}

void SealPage::showContents(const Contents &contents)
{
    m_problem->setVisible(!contents.seals);
    if (!contents.seals) {
        m_problem->setText(
            tr("The cabinet cannot be read. %1").arg(pdfErrorText(contents.seals.error())));
    }
    const auto seals = contents.seals.value_or(QList<pdf::StoredSeal>());
    const QString before = m_cards->currentIndex().data().toString();
    m_seals->replaceAll(seals);
    m_title->setText(seals.isEmpty() ? tr("Cabinet") : tr("Cabinet %1").arg(seals.size()));
    m_cabinet->setCurrentIndex(seals.isEmpty() ? 1 : 0);
    showRegister(contents.uses);
    const QString chosen = m_sealFilter->currentData().toString();
    {
        const QSignalBlocker quiet(m_sealFilter);
        m_sealFilter->clear();
        m_sealFilter->addItem(tr("All seals"), QString());
        for (const pdf::StoredSeal &seal : seals) {
            m_sealFilter->addItem(seal.name, seal.name);
        }
        m_sealFilter->setCurrentIndex(std::max(0, m_sealFilter->findData(chosen)));
    }
    const int row = std::max(0, m_seals->rowOf(before));
    m_cards->setCurrentIndex(m_seals->index(row, 0));
    filter();
    showCurrent();
}

void SealPage::showRegister(const Result<QList<pdf::SealUse>> &uses)
{
    m_allUses = uses.value_or(QList<pdf::SealUse>());
    m_uses->replaceAll(m_allUses);
    if (uses) {
        m_chain->setText(tr("Chain intact, %n row(s)", nullptr, int(m_allUses.size())));
        setTone(m_chain, u"ok"_s);
    } else {
        m_chain->setText(tr("The chain is broken: the register was changed by hand"));
        setTone(m_chain, u"danger"_s);
    }
}

void SealPage::filter()
{
    const bool isRecent = m_period->currentIndex() == 0;
    m_uses->setFilter(m_sealFilter->currentData().toString(),
                      isRecent ? std::optional(QDateTime::currentDateTimeUtc().addDays(-PeriodDays))
                               : std::nullopt);
    m_count->setText(tr("%n use(s)", nullptr, m_uses->rowCount()));
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_uses->columnCount(); ++column) {
        m_table->setColumnWidth(column, m_table->columnWidth(column) + ColumnPadding);
    }
}

void SealPage::showCurrent()
{
    const pdf::StoredSeal *seal = m_seals->seal(m_cards->currentIndex().row());
    int today = 0;
    for (const pdf::SealUse &use : m_allUses) {
        const bool isToday = use.timeUtc.toLocalTime().date() == QDate::currentDate();
        today += seal && use.seal == seal->name && use.cancels.isEmpty() && isToday ? 1 : 0;
    }
    m_detail->showSeal(seal ? std::optional(*seal) : std::nullopt, today);
}

void SealPage::openBatch(bool isVerify)
{
    auto *dialog = new BatchDialog(
        isVerify ? BatchMode::Verify : BatchMode::Seal, m_office, m_trust, m_theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BatchDialog::registerChanged, this, &SealPage::reload);
    dialog->open();
}

void SealPage::addSeal()
{
    auto *dialog = new AddSealDialog(m_theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddSealDialog::sealMade, this, &SealPage::store);
    dialog->open();
}

void SealPage::store(const pdf::StoredSeal &seal)
{
    const auto write = [folder = m_office.cabinetFolder, seal]() -> std::optional<Error> {
        if (!QDir().mkpath(folder)) {
            return Error{ ErrorCode::Storage, u"the cabinet cannot be written"_s };
        }
        const auto added = pdf::SealCabinet(folder).add(seal);
        return added ? std::nullopt : std::optional(added.error());
    };
    whenDone(pdf::view::inBackground(write), this, [this](const std::optional<Error> &error) {
        reload();
        if (error) {
            m_problem->setText(error->code == ErrorCode::Conflict
                                   ? tr("There is a seal of this name already.")
                                   : pdfErrorText(*error));
            connect(
                this,
                &SealPage::loaded,
                m_problem,
                [this] { m_problem->show(); },
                Qt::SingleShotConnection);
        }
    });
}

void SealPage::exportRegister()
{
    auto *dialog = new QFileDialog(this, tr("Export the register"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Table (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        const QByteArray bytes = m_uses->csv();
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()
            || !file.commit()) {
            m_problem->setText(tr("The table could not be saved there."));
            m_problem->show();
        }
    });
    dialog->open();
}

void SealPage::refreshIcons()
{
    m_add->setIcon(m_theme.icon(u"plus"_s));
    m_verify->setIcon(m_theme.icon(u"verify"_s));
    m_batch->setIcon(m_theme.icon(u"batch"_s, Token::OnAccent));
    m_export->setIcon(m_theme.icon(u"export"_s));
    m_cards->viewport()->update();
}

} // namespace andu::ui
