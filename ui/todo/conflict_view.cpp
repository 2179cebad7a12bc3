// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/todo/conflict_view.h"

#include "core/base/literals.h"
#include "ui/todo/conflict_card.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr double LabelColumn = 140;
constexpr int LeastWidth = 480;
constexpr int ProgressFrom = 960; ///< Width from which the foot has room for how far it is.

} // namespace

ConflictView::ConflictView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_look(theme)
    , m_bodyPlace(new QVBoxLayout)
    , m_progressText(new QLabel)
    , m_progress(new QProgressBar)
    , m_done(new QPushButton(theme.icon(u"send"_s, Token::OnAccent), tr("Send the merged form")))
    , m_allTheirs(new QPushButton)
{
    setObjectName(u"conflictView"_s);
    setMinimumWidth(LeastWidth); // The foot in a long-winded language does not widen the window.
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    auto *canvas = new QWidget;
    canvas->setObjectName(u"canvas"_s);
    canvas->setAttribute(Qt::WA_StyledBackground);
    m_bodyPlace->setContentsMargins(24, 16, 24, 24);
    canvas->setLayout(m_bodyPlace);
    scroll->setWidget(canvas);
    layout->addWidget(scroll, 1);
    layout->addWidget(makeFoot());
    connect(&theme, &Theme::changed, this, &ConflictView::rebuild);
}

void ConflictView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool hasRoom = width() >= ProgressFrom;
    m_progressText->setVisible(hasRoom);
    m_progress->setVisible(hasRoom);
}

QLabel *ConflictView::makeLabel(const QString &text, TypeStep step, Token token) const
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(m_look.font(step));
    if (token == Token::Text2) {
        label->setProperty("role", u"secondary"_s);
    }
    return label;
}

QWidget *ConflictView::makeFoot()
{
    auto *foot = new QFrame;
    foot->setObjectName(u"actionBar"_s);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(24, 12, 24, 12);
    row->setSpacing(8);
    auto *allMine = new QPushButton(tr("All mine"));
    allMine->setObjectName(u"allMine"_s);
    connect(allMine, &QPushButton::clicked, this, [this] { chooseAll(ConflictChoice::Mine); });
    m_allTheirs->setObjectName(u"allTheirs"_s);
    connect(
        m_allTheirs, &QPushButton::clicked, this, [this] { chooseAll(ConflictChoice::Theirs); });
    auto *copy = new QPushButton(m_theme.icon(u"copy"_s), tr("Keep mine as a copy"));
    copy->setObjectName(u"keepCopy"_s);
    connect(copy, &QPushButton::clicked, this, &ConflictView::copyWanted);
    row->addWidget(allMine);
    row->addWidget(m_allTheirs);
    row->addWidget(copy);
    row->addStretch();
    m_progressText->setProperty("role", u"secondary"_s);
    row->addWidget(m_progressText);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(100);
    row->addWidget(m_progress);
    auto *later = new QPushButton(tr("Later"));
    later->setObjectName(u"later"_s);
    later->setProperty("role", u"text"_s);
    connect(later, &QPushButton::clicked, this, &ConflictView::laterWanted);
    row->addWidget(later);
    m_done->setObjectName(u"sendMerged"_s);
    m_done->setProperty("role", u"primary"_s);
    connect(m_done, &QPushButton::clicked, this, [this] { Q_EMIT resolved(values()); });
    row->addWidget(m_done);
    return foot;
}

void ConflictView::setContent(const ConflictContent &content)
{
    m_content = content;
    m_rows.clear();
    for (const ConflictField &field : content.fields) {
        m_rows.append(Row{ field, field.merged, nullptr, nullptr, nullptr });
    }
    m_allTheirs->setText(content.theirs.person.isEmpty()
                             ? tr("All of the server")
                             : tr("All of %1").arg(content.theirs.person));
    rebuild();
}

void ConflictView::rebuild()
{
    delete m_body;
    m_body = new QWidget;
    auto *layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    QList<Row *> open;
    QList<Row *> merged;
    for (Row &row : m_rows) {
        row.mine = nullptr;
        row.theirs = nullptr;
        row.state = nullptr;
        (row.field.merged ? merged : open).append(&row);
    }
    auto *banner = new QFrame;
    banner->setObjectName(u"panel"_s);
    auto *text = new QVBoxLayout(banner);
    QLabel *title = makeLabel(
        tr("%1 changed this form on the server while you worked on it.")
            .arg(m_content.theirs.person.isEmpty() ? tr("Somebody") : m_content.theirs.person),
        TypeStep::Base,
        Token::Text);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    title->setWordWrap(true);
    text->addWidget(title);
    QLabel *about
        = makeLabel(tr("All your changes are kept on this computer. %n entries differ: choose for "
                       "each of them; the others were merged.",
                       nullptr,
                       int(open.size())),
                    TypeStep::Base,
                    Token::Text2);
    about->setWordWrap(true);
    text->addWidget(about);
    layout->addWidget(banner);
    auto *card = new QFrame;
    card->setObjectName(u"card"_s);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, m_look.px(LabelColumn));
    for (const int column : { 1, 2 }) {
        grid->setColumnStretch(column, 6);
    }
    grid->setColumnStretch(3, 5);
    addHead(grid);
    int at = 1;
    for (Row *row : std::as_const(open)) {
        addRow(grid, at++, *row);
    }
    layout->addWidget(card);
    if (!merged.isEmpty()) {
        addMerged(layout, merged);
    }
    layout->addStretch();
    m_bodyPlace->addWidget(m_body);
    showProgress();
}

void ConflictView::addHead(QGridLayout *grid)
{
    const auto head = [&](int column, const QString &title, const QString &detail) {
        auto *cell = new QWidget;
        auto *row = new QHBoxLayout(cell);
        row->setContentsMargins(0, 0, 0, 4);
        QLabel *name = makeLabel(title, TypeStep::Base, Token::Text);
        QFont bold = name->font();
        bold.setBold(true);
        name->setFont(bold);
        row->addWidget(name);
        row->addWidget(makeLabel(detail, TypeStep::Small, Token::Text2));
        row->addStretch();
        grid->addWidget(cell, 0, column);
    };
    const auto who = [](const ConflictSide &side) {
        QStringList parts{ side.person, side.when };
        parts.removeAll(QString());
        return parts.join(u"  ·  "_s);
    };
    head(0, tr("Both changed"), {});
    head(1, tr("Mine"), who(m_content.mine));
    head(2, tr("On the server"), who(m_content.theirs));
    head(3, tr("When opened"), m_content.baseWhen);
}

void ConflictView::addRow(QGridLayout *grid, int at, Row &row)
{
    const ConflictField &field = row.field;
    auto *names = new QWidget;
    auto *column = new QVBoxLayout(names);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(2);
    QLabel *label = makeLabel(field.label, TypeStep::Base, Token::Text);
    label->setWordWrap(true);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    column->addWidget(label);
    if (!field.kind.isEmpty()) {
        column->addWidget(makeLabel(field.kind, TypeStep::Small, Token::Text2));
    }
    row.state = new QLabel;
    row.state->setFont(m_look.font(TypeStep::Small));
    row.state->setTextFormat(Qt::PlainText);
    row.state->setWordWrap(true);
    row.state->setObjectName(u"state:"_s + field.key);
    column->addWidget(row.state);
    column->addStretch();
    grid->addWidget(names, at, 0);
    const auto side = [&](ConflictChoice choice, const QString &text, const QString &name) {
        auto *card
            = new ConflictCard(m_look, ConflictCard::Kind::Side, diffParts(text, field.baseText));
        card->setObjectName((choice == ConflictChoice::Mine ? u"mine:"_s : u"theirs:"_s)
                            + field.key);
        card->setAccessibleName(tr("%1, %2: %3").arg(field.label, name, text.left(200)));
        connect(card, &QAbstractButton::clicked, this, [this, key = field.key, choice] {
            choose(key, choice);
        });
        return card;
    };
    row.mine = side(ConflictChoice::Mine, field.mineText, tr("mine"));
    row.theirs = side(ConflictChoice::Theirs, field.theirsText, tr("on the server"));
    auto *base = new ConflictCard(
        m_look,
        ConflictCard::Kind::Base,
        diffParts(field.baseText,
                  field.mineText == field.baseText ? field.theirsText : field.mineText));
    base->setAccessibleName(tr("%1, when opened: %2").arg(field.label, field.baseText.left(200)));
    grid->addWidget(row.mine, at, 1);
    grid->addWidget(row.theirs, at, 2);
    grid->addWidget(base, at, 3);
    showChoice(row);
}

void ConflictView::addMerged(QVBoxLayout *layout, const QList<Row *> &rows)
{
    auto *card = new QFrame;
    card->setObjectName(u"card"_s);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, m_look.px(LabelColumn));
    grid->setColumnStretch(1, 1);
    QLabel *title
        = makeLabel(tr("Merged: %n", nullptr, int(rows.size())), TypeStep::Base, Token::Text);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    grid->addWidget(title, 0, 0, 1, 2);
    int at = 1;
    for (Row *row : rows) {
        const ConflictField &field = row->field;
        const bool isMine = row->choice == ConflictChoice::Mine;
        const bool isSame = field.mineText == field.theirsText;
        grid->addWidget(makeLabel(field.label, TypeStep::Base, Token::Text2), at, 0);
        QLabel *value = makeLabel(
            (isMine ? field.mineText : field.theirsText).left(300), TypeStep::Base, Token::Text);
        value->setWordWrap(true);
        grid->addWidget(value, at, 1);
        grid->addWidget(makeLabel(isSame       ? tr("both changed it to the same")
                                      : isMine ? tr("only I changed it")
                                               : tr("only the server changed it"),
                                  TypeStep::Small,
                                  Token::Text2),
                        at,
                        2);
        if (!isSame) {
            auto *change = new QPushButton(tr("Choose"));
            change->setProperty("role", u"link"_s);
            change->setObjectName(u"change:"_s + field.key);
            change->setAccessibleName(tr("Choose for “%1”").arg(field.label));
            connect(
                change,
                &QPushButton::clicked,
                this,
                [this, row] {
                    row->field.merged.reset(); // to the table above, with what is chosen now
                    rebuild();
                },
                Qt::QueuedConnection);
            grid->addWidget(change, at, 3);
        }
        ++at;
    }
    layout->addWidget(card);
}

void ConflictView::showChoice(Row &row)
{
    if (!row.mine) {
        return;
    }
    row.mine->setChecked(row.choice == ConflictChoice::Mine);
    row.theirs->setChecked(row.choice == ConflictChoice::Theirs);
    row.mine->setOpen(!row.choice);
    row.theirs->setOpen(!row.choice);
    row.state->setProperty("role", row.choice ? u"ok"_s : u"danger"_s);
    row.state->setStyleSheet(QString()); // the role changed: read the style sheet again
    row.state->setText(!row.choice                               ? tr("Please choose")
                           : *row.choice == ConflictChoice::Mine ? tr("✓ mine")
                                                                 : tr("✓ the server's"));
}

void ConflictView::choose(const QString &key, ConflictChoice choice)
{
    for (Row &row : m_rows) {
        if (row.field.key == key) {
            row.choice = choice;
            showChoice(row);
        }
    }
    showProgress();
}

void ConflictView::chooseAll(ConflictChoice choice)
{
    for (Row &row : m_rows) {
        if (!row.field.merged) {
            row.choice = choice;
            showChoice(row);
        }
    }
    showProgress();
}

bool ConflictView::isDecided() const
{
    return std::all_of(
        m_rows.begin(), m_rows.end(), [](const Row &row) { return row.choice.has_value(); });
}

QJsonObject ConflictView::values() const
{
    QJsonObject values;
    for (const Row &row : m_rows) {
        if (row.choice) {
            values.insert(row.field.key,
                          *row.choice == ConflictChoice::Mine ? row.field.mine : row.field.theirs);
        }
    }
    return values;
}

void ConflictView::showProgress()
{
    int open = 0;
    int chosen = 0;
    for (const Row &row : std::as_const(m_rows)) {
        if (!row.field.merged) {
            ++open;
            chosen += row.choice ? 1 : 0;
        }
    }
    m_progress->setRange(0, std::max(open, 1));
    m_progress->setValue(open == 0 ? 1 : chosen);
    m_progressText->setText(tr("%1 chosen, %2 to go").arg(chosen).arg(open - chosen));
    m_done->setEnabled(isDecided());
}

} // namespace andu::ui
