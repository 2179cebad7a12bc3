// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seal/seal_page.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "ui/pdf/batch_dialog.h"
#include "ui/pdf/pdf_text.h"
#include "ui/seal/add_seal_dialog.h"
#include "ui/seal/seal_detail.h"
#include "ui/seal/seal_list_model.h"
#include "ui/seal/seal_register_view.h"
#include "ui/seal/seal_use_detail.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr int HeadHeight = 56;
constexpr int CabinetHeight = 220;
constexpr int SideBelow = 1080; ///< Narrower pages show the side only when it is asked for.

} // namespace

SealPage::SealPage(const SealOffice &office,
                   QSettings &settings,
                   const Theme &theme,
                   QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_settings(settings)
    , m_theme(theme)
    , m_seals(new SealListModel(this))
    , m_title(new QLabel)
    , m_add(new QPushButton(tr("Add a seal…")))
    , m_verify(new QPushButton(tr("Verify files…")))
    , m_batch(new QPushButton(tr("Seal many files…")))
    , m_cabinet(new QStackedWidget)
    , m_cards(new QListView)
    , m_register(new SealRegisterView(theme))
    , m_problem(new QLabel)
    , m_side(new QStackedWidget)
    , m_detail(new SealDetail(theme))
    , m_useDetail(new SealUseDetail(theme))
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
    body->addWidget(m_register, 1);
    column->addLayout(body, 1);
    m_side->addWidget(m_detail);
    m_side->addWidget(m_useDetail);
    m_side->setFixedWidth(m_detail->minimumWidth());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(main, 1);
    layout->addWidget(m_side);
    connectParts();
    refreshIcons();
    reload();
}

void SealPage::connectParts()
{
    connect(m_detail, &SealDetail::sealWanted, this, &SealPage::sealWanted);
    connect(m_detail, &SealDetail::changed, this, [this](const pdf::StoredSeal &seal) {
        store(seal, false);
    });
    connect(m_detail, &SealDetail::failed, this, &SealPage::complain);
    connect(m_register, &SealRegisterView::failed, this, &SealPage::complain);
    connect(m_register, &SealRegisterView::useChosen, this, [this](const pdf::SealUse &use) {
        m_useDetail->showUse(use, m_cancelled.contains(use.number));
        m_side->setCurrentWidget(m_useDetail);
        m_side->show();
    });
    connect(m_useDetail, &SealUseDetail::approvalWanted, this, &SealPage::approvalWanted);
    connect(m_useDetail, &SealUseDetail::closed, this, [this] {
        m_side->setCurrentWidget(m_detail);
        m_side->setVisible(width() >= SideBelow);
    });
    connect(&m_theme, &Theme::changed, this, &SealPage::refreshIcons);
}

void SealPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_side->setVisible(width() >= SideBelow || m_side->currentWidget() == m_useDetail);
}

void SealPage::complain(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
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
    connect(m_cards, &QListView::clicked, this, [this] { m_side->setCurrentWidget(m_detail); });
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

void SealPage::reload()
{
    const auto read = [book = m_office.book]() -> Contents {
        return { book->seals(), book->uses() };
    };
    whenDone(inBackground(read), this, [this](const Contents &contents) {
        showContents(contents);
        Q_EMIT loaded();
    });
}

void SealPage::showContents(const Contents &contents)
{
    if (!contents.seals) {
        complain(tr("The cabinet cannot be read. %1").arg(pdfErrorText(contents.seals.error())));
    }
    const auto seals = contents.seals.value_or(QList<pdf::StoredSeal>());
    const QString before = m_cards->currentIndex().data().toString();
    m_allUses = contents.uses.value_or(QList<pdf::SealUse>());
    m_cancelled.clear();
    for (const pdf::SealUse &use : std::as_const(m_allUses)) {
        if (!use.cancels.isEmpty()) {
            m_cancelled.insert(use.cancels);
        }
    }
    m_seals->replaceAll(seals);
    m_title->setText(seals.isEmpty() ? tr("Cabinet") : tr("Cabinet %1").arg(seals.size()));
    m_cabinet->setCurrentIndex(seals.isEmpty() ? 1 : 0);
    m_register->showUses(contents.uses);
    m_register->showSeals(seals);
    const int row = std::max(0, m_seals->rowOf(before));
    m_cards->setCurrentIndex(m_seals->index(row, 0));
    showCurrent();
}

void SealPage::showCurrent()
{
    const pdf::StoredSeal *seal = m_seals->seal(m_cards->currentIndex().row());
    int today = 0;
    for (const pdf::SealUse &use : std::as_const(m_allUses)) {
        const bool isToday = use.timeUtc.toLocalTime().date() == QDate::currentDate();
        const bool counts = use.cancels.isEmpty() && !m_cancelled.contains(use.number);
        today += seal && use.seal == seal->name && counts && isToday ? 1 : 0;
    }
    m_detail->showSeal(seal ? std::optional(*seal) : std::nullopt, today);
}

void SealPage::openBatch(bool isVerify)
{
    auto *dialog = new BatchDialog(
        isVerify ? BatchMode::Verify : BatchMode::Seal, m_office, m_settings, m_theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BatchDialog::registerChanged, this, &SealPage::reload);
    dialog->open();
}

void SealPage::addSeal()
{
    auto *dialog = new AddSealDialog(m_theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTrust(signingSettingsIn(m_settings).trust);
    connect(dialog, &AddSealDialog::sealMade, this, [this](const pdf::StoredSeal &seal) {
        store(seal, true);
    });
    dialog->open();
}

void SealPage::store(const pdf::StoredSeal &seal, bool isNew)
{
    const auto write = [book = m_office.book, seal, isNew]() -> std::optional<Error> {
        const auto written = isNew ? book->add(seal) : book->replace(seal);
        return written ? std::nullopt : std::optional(written.error());
    };
    whenDone(inBackground(write), this, [this](const std::optional<Error> &error) {
        complain(!error                                   ? QString()
                     : error->code == ErrorCode::Conflict ? tr("There is a seal of this name "
                                                               "already.")
                                                          : pdfErrorText(*error));
        reload();
    });
}

void SealPage::refreshIcons()
{
    m_add->setIcon(m_theme.icon(u"plus"_s));
    m_verify->setIcon(m_theme.icon(u"verify"_s));
    m_batch->setIcon(m_theme.icon(u"batch"_s, Token::OnAccent));
    m_cards->viewport()->update();
}

} // namespace andu::ui
