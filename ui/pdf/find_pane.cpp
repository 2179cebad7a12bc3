// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/find_pane.h"

#include "core/base/literals.h"

#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace andu::ui {

using pdf::view::SearchHit;

namespace {

constexpr int PauseMs = 250;

/// Page number above, the words around the place below, the place itself in bold.
class HitDelegate final : public QStyledItemDelegate
{
public:
    HitDelegate(const Theme &theme, const QList<SearchHit> &hits, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_hits(hits)
    { }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return { 100, 48 };
    }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        if (index.row() >= m_hits.size()) {
            return;
        }
        const SearchHit &hit = m_hits.at(index.row());
        const bool isChosen = option.state & QStyle::State_Selected;
        if (isChosen || (option.state & QStyle::State_MouseOver)) {
            painter->fillRect(option.rect,
                              m_theme.colour(isChosen ? Token::AccentWeak : Token::Hover));
        }
        const QRect area = option.rect.adjusted(12, 4, -8, -4);
        painter->setFont(m_theme.font(TypeStep::Caption));
        painter->setPen(m_theme.colour(Token::Text2));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignTop, index.data().toString());
        int x = area.left();
        const auto draw = [&](const QString &text, bool isBold) {
            QFont font = m_theme.font(TypeStep::Small);
            font.setBold(isBold);
            painter->setFont(font);
            painter->setPen(m_theme.colour(isBold ? Token::Accent : Token::Text));
            const QFontMetrics metrics(font);
            const QString shown = metrics.elidedText(text, Qt::ElideRight, area.right() - x);
            painter->drawText(QRect(x, area.bottom() - 20, area.right() - x, 20),
                              Qt::AlignLeft | Qt::AlignVCenter,
                              shown);
            x += metrics.horizontalAdvance(shown);
        };
        draw(hit.before, false);
        draw(hit.text, true);
        draw(hit.after, false);
    }

private:
    const Theme &m_theme;
    const QList<SearchHit> &m_hits;
};

} // namespace

FindPane::FindPane(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_summary(new QLabel)
    , m_list(new QListWidget)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_summary->setObjectName(u"findSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setContentsMargins(12, 10, 12, 10);
    m_summary->setWordWrap(true);
    m_summary->setFont(theme.font(TypeStep::Small));
    m_list->setObjectName(u"findHits"_s);
    m_list->setAccessibleName(tr("Places found"));
    m_list->setItemDelegate(new HitDelegate(theme, m_hits, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, &FindPane::begin);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row != m_current) {
            choose(row);
        }
    });
    connect(&m_search, &pdf::view::TextSearch::found, this, &FindPane::add);
    connect(&m_search, &pdf::view::TextSearch::progressed, this, [this](int done, int count) {
        m_pagesDone = done;
        m_pageCount = count;
        describe();
    });
    connect(&m_search, &pdf::view::TextSearch::finished, this, [this](bool isCut) {
        m_isLooking = false;
        m_isCut = isCut;
        describe();
        Q_EMIT changed();
    });
    describe();
}

void FindPane::setDocument(const pdf::view::Content &content,
                           const pdf::view::SharedSecret &password)
{
    m_content = content;
    m_password = password;
    if (!m_text.isEmpty()) {
        begin();
    }
}

void FindPane::look(const QString &text, int fromPage)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    m_fromPage = fromPage;
    m_pause.start();
}

void FindPane::begin()
{
    m_search.cancel();
    m_hits.clear();
    m_list->clear();
    m_current = -1;
    m_isCut = false;
    m_isLooking = !m_text.trimmed().isEmpty() && !m_content.isNull();
    if (m_isLooking) {
        m_search.start(m_content, m_password, m_text, m_fromPage);
    }
    describe();
    Q_EMIT changed();
}

void FindPane::add(const QList<SearchHit> &hits)
{
    for (const SearchHit &hit : hits) {
        m_hits.append(hit);
        auto *item = new QListWidgetItem(tr("Page %1").arg(hit.page + 1));
        item->setData(Qt::AccessibleTextRole, hit.before + hit.text + hit.after);
        m_list->addItem(item);
    }
    if (m_current < 0 && !m_hits.isEmpty()) {
        choose(0);
    }
    Q_EMIT changed();
}

void FindPane::choose(int index)
{
    m_current = index;
    m_list->setCurrentRow(index);
    Q_EMIT changed();
    Q_EMIT hitChosen(SearchHit(m_hits.at(index)));
}

void FindPane::step(int direction)
{
    if (m_pause.isActive()) {
        m_pause.stop();
        begin();
        return;
    }
    const int count = int(m_hits.size());
    if (count > 0) {
        choose((m_current + direction + count) % count);
    }
}

void FindPane::describe()
{
    const int count = int(m_hits.size());
    if (m_text.trimmed().isEmpty()) {
        m_summary->setText(tr("Type what you are looking for in the box above."));
    } else if (m_isLooking) {
        m_summary->setText(tr("Looking… page %1 of %2").arg(m_pagesDone).arg(m_pageCount));
    } else if (m_isCut) {
        m_summary->setText(tr("The first %n places", nullptr, count));
    } else if (count == 0) {
        m_summary->setText(tr("Nothing found. Scanned pages hold no text."));
    } else {
        m_summary->setText(tr("%n place(s) found", nullptr, count));
    }
}

} // namespace andu::ui
