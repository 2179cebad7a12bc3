// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seal/seal_register_view.h"

#include "core/base/literals.h"
#include "ui/pdf/form_rows.h"
#include "ui/seal/seal_use_model.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QSignalBlocker>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr int RowHeight = 36;
constexpr int RecentDays = 30;
constexpr int ColumnPadding = 12; ///< What the style adds round a cell.
constexpr int SearchWidth = 180;

enum Period { Recent, ThisYear, AllTime, FromTo };

void setTone(QLabel *label, const QString &role)
{
    label->setProperty("role", role);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace

SealRegisterView::SealRegisterView(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_uses(new SealUseModel(this))
    , m_table(named(new QTableView, u"sealRegister"_s, tr("Seal-use register")))
    , m_search(named(new QLineEdit, u"registerSearch"_s, tr("Search the register")))
    , m_period(named(new QComboBox, u"registerPeriod"_s, tr("Period")))
    , m_from(named(new QDateEdit, u"registerFrom"_s, tr("From")))
    , m_until(named(new QDateEdit, u"registerUntil"_s, tr("Until")))
    , m_seal(named(new QComboBox, u"registerSeal"_s, tr("Seal")))
    , m_export(named(new QPushButton(tr("Export")), u"registerExport"_s, tr("Export")))
    , m_count(new QLabel)
    , m_chain(named(new QLabel, u"registerChain"_s, tr("Chain of the register")))
{
    setObjectName(u"card"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    setUpTable();
    layout->addLayout(makeHead());
    layout->addWidget(m_table, 1);
    layout->addLayout(makeFoot());
    connect(&m_theme, &Theme::changed, this, &SealRegisterView::refreshIcons);
    refreshIcons();
    showSeals({});
}

QLayout *SealRegisterView::makeHead()
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 6, 16, 6);
    head->setSpacing(8);
    auto *title = new QLabel(tr("Seal-use register"));
    QFont bold = m_theme.font(TypeStep::Base);
    bold.setBold(true);
    title->setFont(bold);
    m_count->setProperty("role", u"secondary"_s);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(SearchWidth);
    m_period->addItems({ tr("Last %1 days").arg(RecentDays),
                         tr("This year"),
                         tr("All the time"),
                         tr("From … to …") });
    m_seal->setMinimumWidth(120);
    const QDate today = QDate::currentDate();
    m_from->setDate(today.addMonths(-1));
    m_until->setDate(today);
    for (QDateEdit *edit : { m_from, m_until }) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(u"yyyy-MM-dd"_s);
        edit->hide();
        connect(edit, &QDateEdit::dateChanged, this, &SealRegisterView::filter);
    }
    head->addWidget(title);
    head->addWidget(m_count, 1);
    for (QWidget *widget : { static_cast<QWidget *>(m_search),
                             static_cast<QWidget *>(m_period),
                             static_cast<QWidget *>(m_from),
                             static_cast<QWidget *>(m_until),
                             static_cast<QWidget *>(m_seal),
                             static_cast<QWidget *>(m_export) }) {
        head->addWidget(widget);
    }
    connect(m_search, &QLineEdit::textChanged, this, &SealRegisterView::filter);
    connect(m_period, &QComboBox::currentIndexChanged, this, [this](int period) {
        m_from->setVisible(period == FromTo);
        m_until->setVisible(period == FromTo);
        filter();
    });
    connect(m_seal, &QComboBox::currentIndexChanged, this, &SealRegisterView::filter);
    connect(m_export, &QPushButton::clicked, this, &SealRegisterView::exportRows);
    return head;
}

void SealRegisterView::setUpTable()
{
    m_table->setModel(m_uses);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(RowHeight);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setFont(m_theme.font(TypeStep::Small));
    m_table->horizontalHeader()->setSectionResizeMode(int(SealUseModel::Column::Document),
                                                      QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (const auto use = current()) {
            Q_EMIT useChosen(*use);
        }
    });
}

QLayout *SealRegisterView::makeFoot()
{
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 6, 16, 6);
    auto *note = new QLabel(tr("Every use is written into a chain on this computer; rows cannot be "
                               "changed unnoticed."));
    note->setProperty("role", u"hint"_s);
    note->setWordWrap(true);
    for (QLabel *label : { note, m_chain }) {
        label->setFont(m_theme.font(TypeStep::Caption));
    }
    foot->addWidget(note, 1);
    foot->addWidget(m_chain);
    return foot;
}

std::optional<pdf::SealUse> SealRegisterView::current() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(m_uses->use(rows.first().row()));
}

void SealRegisterView::showUses(const Result<QList<pdf::SealUse>> &uses)
{
    const auto rows = uses.value_or(QList<pdf::SealUse>());
    m_uses->replaceAll(rows);
    if (uses) {
        m_chain->setText(tr("Chain intact, %n row(s)", nullptr, int(rows.size())));
        setTone(m_chain, u"ok"_s);
    } else {
        m_chain->setText(uses.error().code == ErrorCode::Damaged
                             ? tr("The chain is broken: the register was changed by hand")
                             : tr("The register cannot be read"));
        setTone(m_chain, u"danger"_s);
    }
    filter();
}

void SealRegisterView::showSeals(const QList<pdf::StoredSeal> &seals)
{
    const QString chosen = m_seal->currentData().toString();
    {
        const QSignalBlocker quiet(m_seal);
        m_seal->clear();
        m_seal->addItem(tr("All seals"), QString());
        for (const pdf::StoredSeal &seal : seals) {
            m_seal->addItem(seal.name, seal.name);
        }
        m_seal->setCurrentIndex(std::max(0, m_seal->findData(chosen)));
    }
    filter();
}

void SealRegisterView::filter()
{
    SealUseFilter wanted;
    wanted.seal = m_seal->currentData().toString();
    wanted.text = m_search->text().trimmed();
    const QDate today = QDate::currentDate();
    switch (m_period->currentIndex()) {
    case Recent:
        wanted.from = today.addDays(-RecentDays);
        break;
    case ThisYear:
        wanted.from = QDate(today.year(), 1, 1);
        break;
    case FromTo:
        wanted.from = m_from->date();
        wanted.until = m_until->date();
        break;
    default:
        break;
    }
    m_uses->setFilter(wanted);
    m_count->setText(tr("%n use(s)", nullptr, m_uses->rowCount()));
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_uses->columnCount(); ++column) {
        m_table->setColumnWidth(column, m_table->columnWidth(column) + ColumnPadding);
    }
}

void SealRegisterView::exportRows()
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
            Q_EMIT failed(tr("The table could not be saved there."));
        }
    });
    dialog->open();
}

void SealRegisterView::refreshIcons()
{
    m_export->setIcon(m_theme.icon(u"export"_s));
}

} // namespace andu::ui
