// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/todo/action_bar.h"

#include "core/base/literals.h"
#include "ui/form/opinion_editor.h"

#include <QBuffer>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace andu::ui {

namespace {

constexpr int MaxRouteButtons = 4;
constexpr int LongestShownPhrase = 60;
constexpr int InkWidth = 120;
constexpr int InkHeight = 40;

} // namespace

ActionBar::ActionBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_opinion(new QPlainTextEdit)
    , m_phraseButton(new QToolButton)
    , m_inkButton(new QToolButton)
    , m_inkChip(new QFrame)
    , m_inkPicture(new QLabel)
    , m_buttons(new QHBoxLayout)
    , m_draft(new QPushButton(theme.icon(u"save"_s), tr("Keep draft")))
    , m_offline(new QLabel)
    , m_strip(new QFrame)
    , m_stripText(new QLabel)
    , m_confirm(new QPushButton(tr("Send")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_error(new QFrame)
    , m_errorText(new QLabel)
{
    setObjectName(u"actionBar"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 12, 24, 12);
    layout->setSpacing(8);

    m_error->setObjectName(u"errorStrip"_s);
    auto *errorRow = new QHBoxLayout(m_error);
    m_errorText->setObjectName(u"errorText"_s);
    m_errorText->setTextFormat(Qt::PlainText);
    m_errorText->setWordWrap(true);
    errorRow->addWidget(m_errorText);
    m_error->hide();
    layout->addWidget(m_error);

    m_strip->setObjectName(u"strip"_s);
    auto *stripRow = new QHBoxLayout(m_strip);
    m_stripText->setTextFormat(Qt::PlainText);
    m_confirm->setProperty("role", u"primary"_s);
    m_confirm->setObjectName(u"confirmSend"_s);
    stripRow->addWidget(m_stripText, 1);
    stripRow->addWidget(m_confirm);
    stripRow->addWidget(m_cancel);
    m_strip->hide();
    layout->addWidget(m_strip);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        m_strip->hide();
        Q_EMIT routeChosen(m_asked);
    });
    connect(m_cancel, &QPushButton::clicked, m_strip, &QWidget::hide);

    m_opinion->setObjectName(u"opinion"_s);
    m_opinion->setPlaceholderText(tr("Write your opinion here"));
    m_opinion->setAccessibleName(tr("Opinion"));
    m_opinion->setFixedHeight(56);
    m_opinion->setTabChangesFocus(true);
    m_opinionRow = makeOpinionRow();
    layout->addWidget(m_opinionRow);
    connect(m_opinion, &QPlainTextEdit::textChanged, this, &ActionBar::opinionEdited);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_buttons->setSpacing(8);
    row->addLayout(m_buttons);
    row->addStretch();
    m_offline->setProperty("role", u"warn"_s);
    m_offline->setText(tr("Handled offline; sent as soon as the network is back"));
    m_offline->hide();
    row->addWidget(m_offline);
    m_draft->setProperty("role", u"text"_s);
    m_draft->setObjectName(u"keepDraft"_s);
    m_draft->setShortcut(QKeySequence::Save);
    m_draft->setToolTip(m_draft->shortcut().toString(QKeySequence::NativeText));
    row->addWidget(m_draft);
    layout->addLayout(row);
    connect(m_draft, &QPushButton::clicked, this, &ActionBar::draftWanted);
}

/// The box, what was written by hand, and the two helpers beside it.
QWidget *ActionBar::makeOpinionRow()
{
    auto *place = new QWidget;
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_opinion, 1);

    m_inkChip->setObjectName(u"inkChip"_s);
    m_inkChip->setProperty("role", u"chip"_s);
    auto *chipRow = new QHBoxLayout(m_inkChip);
    chipRow->setContentsMargins(8, 4, 4, 4);
    m_inkPicture->setAccessibleName(tr("Handwritten opinion"));
    chipRow->addWidget(m_inkPicture);
    auto *drop = new QToolButton;
    drop->setObjectName(u"dropInk"_s);
    drop->setIcon(m_theme.icon(u"close"_s));
    drop->setToolTip(tr("Remove the handwriting"));
    drop->setAccessibleName(drop->toolTip());
    connect(drop, &QToolButton::clicked, this, [this] {
        setInk({});
        Q_EMIT opinionEdited();
    });
    chipRow->addWidget(drop, 0, Qt::AlignTop);
    m_inkChip->hide();
    connect(&m_theme, &Theme::changed, this, [this] { setInk(m_ink); });
    row->addWidget(m_inkChip);

    auto *helpers = new QVBoxLayout;
    helpers->setSpacing(2);
    const auto dress
        = [this, helpers](QToolButton *button, const QString &icon, const QString &text) {
              button->setIcon(m_theme.icon(icon));
              button->setText(text);
              button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
              button->setProperty("role", u"text"_s);
              helpers->addWidget(button);
          };
    dress(m_phraseButton, u"comment"_s, tr("Phrases"));
    m_phraseButton->setObjectName(u"phrases"_s);
    m_phraseButton->setPopupMode(QToolButton::InstantPopup);
    m_phraseButton->setMenu(new QMenu(m_phraseButton));
    connect(m_phraseButton->menu(), &QMenu::aboutToShow, this, &ActionBar::fillPhrases);
    dress(m_inkButton, u"handwrite"_s, tr("By hand"));
    m_inkButton->setObjectName(u"byHand"_s);
    connect(m_inkButton, &QToolButton::clicked, this, &ActionBar::write);
    row->addLayout(helpers);
    return place;
}

void ActionBar::fillPhrases()
{
    QMenu *menu = m_phraseButton->menu();
    menu->clear();
    QStringList phrases = m_phrases;
    if (phrases.isEmpty()) {
        phrases = QStringList{ tr("Agreed."),
                               tr("Agreed; please proceed as planned."),
                               tr("Please add the missing details."),
                               tr("Not agreed.") };
    }
    for (const QString &phrase : std::as_const(phrases)) {
        QString shown = phrase.simplified().left(LongestShownPhrase);
        menu->addAction(shown.replace(u'&', u"&&"_s), this, [this, phrase] {
            m_opinion->insertPlainText(phrase);
            m_opinion->setFocus();
        });
    }
    menu->addSeparator();
    const QString own = opinion().trimmed();
    QAction *keep = menu->addAction(tr("Keep this text as a phrase"), this, [this, own] {
        Q_EMIT phrasesChanged(m_phrases + QStringList{ own });
    });
    keep->setEnabled(!own.isEmpty() && !m_phrases.contains(own));
    QAction *manage = menu->addAction(tr("My phrases …"), this, &ActionBar::managePhrases);
    manage->setEnabled(!m_phrases.isEmpty());
}

void ActionBar::managePhrases()
{
    bool isGiven = false;
    const QString text = QInputDialog::getMultiLineText(window(),
                                                        tr("My phrases"),
                                                        tr("One phrase in each line, in the order "
                                                           "of the menu"),
                                                        m_phrases.join(u'\n'),
                                                        &isGiven);
    if (isGiven) {
        Q_EMIT phrasesChanged(text.split(u'\n', Qt::SkipEmptyParts));
    }
}

void ActionBar::write()
{
    auto *dialog = new InkDialog(FormLook(m_theme), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        setInk(pngOf(dialog->image()));
        Q_EMIT opinionEdited();
    });
    dialog->open();
}

void ActionBar::setInk(const QByteArray &png)
{
    m_ink = png;
    const QImage image = QImage::fromData(png, "PNG");
    m_inkChip->setVisible(!image.isNull());
    if (image.isNull()) {
        m_ink.clear();
        return;
    }
    // The strokes are black; on a dark surface they take the colour of the text.
    QImage shown = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&shown);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(shown.rect(), m_theme.colour(Token::Text));
    painter.end();
    const double ratio = devicePixelRatioF();
    QPixmap pixmap
        = QPixmap::fromImage(shown.scaled(QSizeF(InkWidth * ratio, InkHeight * ratio).toSize(),
                                          Qt::KeepAspectRatio,
                                          Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    m_inkPicture->setPixmap(pixmap);
}

QByteArray pngOf(const QImage &image)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    return !image.isNull() && image.save(&buffer, "PNG") ? png : QByteArray();
}

void ActionBar::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QPushButton *ActionBar::addButton(const QString &text, const QString &icon, bool isPrimary)
{
    QString label = text;
    auto *button = new QPushButton(m_theme.icon(icon, isPrimary ? Token::OnAccent : Token::Text2),
                                   label.replace(u'&', u"&&"_s));
    button->setProperty("role", isPrimary ? u"primary"_s : QString());
    m_buttons->addWidget(button);
    return button;
}

void ActionBar::setRoutes(const QList<forms::RouteChoice> &routes)
{
    clearButtons();
    m_opinionRow->show();
    m_draft->show();
    m_default = forms::preselectedRoute(routes).value_or(QString());
    QMenu *more = nullptr;
    int shown = 0;
    for (const forms::RouteChoice &route : routes) {
        if (!route.isVisible) {
            continue;
        }
        if (m_default.isEmpty()) {
            m_default = route.name;
        }
        const QString name = route.name;
        const QString label = route.label.isEmpty() ? route.name : route.label;
        if (shown < MaxRouteButtons) {
            const bool isPrimary = name == m_default;
            const bool isBack = route.json.value("type"_L1).toString() == "back"_L1
                || label.startsWith(u"退回"_s);
            QPushButton *button = addButton(label, isBack ? u"return"_s : u"send"_s, isPrimary);
            button->setObjectName(u"route/"_s + name);
            connect(
                button, &QPushButton::clicked, this, [this, name] { Q_EMIT routeChosen(name); });
        } else {
            if (!more) {
                auto *button = new QToolButton;
                button->setText(tr("More"));
                button->setProperty("role", u"text"_s);
                button->setIcon(m_theme.icon(u"more"_s));
                button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
                button->setPopupMode(QToolButton::InstantPopup);
                more = new QMenu(button);
                button->setMenu(more);
                m_buttons->addWidget(button);
            }
            more->addAction(label, this, [this, name] { Q_EMIT routeChosen(name); });
        }
        ++shown;
    }
    setVisible(shown > 0);
}

void ActionBar::setReadOnlyTodo()
{
    clearButtons();
    m_default.clear();
    m_opinionRow->hide();
    m_draft->hide();
    QPushButton *button = addButton(tr("Mark as read"), u"check"_s, true);
    button->setObjectName(u"confirmRead"_s);
    connect(button, &QPushButton::clicked, this, &ActionBar::readConfirmed);
    show();
}

void ActionBar::setOpinion(const QString &opinion)
{
    const QSignalBlocker blocker(m_opinion);
    m_opinion->setPlainText(opinion);
    m_strip->hide();
}

QString ActionBar::opinion() const
{
    return m_opinion->toPlainText();
}

void ActionBar::setOffline(bool isOffline)
{
    m_offline->setVisible(isOffline);
}

void ActionBar::setError(const QString &text)
{
    m_errorText->setText(text);
    m_error->setVisible(!text.isEmpty());
}

void ActionBar::askConfirmation(const QString &route)
{
    m_asked = route;
    m_stripText->setText(tr("Send with “%1”?").arg(route));
    m_strip->show();
    m_confirm->setFocus();
}

void ActionBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_strip->isVisible()) {
        m_strip->hide();
        m_opinion->setFocus();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace andu::ui
