// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seal/seal_list_model.h"

#include "core/base/literals.h"
#include "ui/widgets/pictures.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

namespace andu::ui {

namespace {

constexpr int CardWidth = 158;
constexpr int CardHeight = 208;
constexpr int GapPx = 12;
constexpr int PictureHeight = 124;
constexpr double PxPerMm = 1.9; ///< The same for all seals, so that sizes compare.
constexpr int AvatarPx = 20;

/// Context of these words in the translations.
class SealWords
{
    Q_DECLARE_TR_FUNCTIONS(andu::ui::SealWords)
};

QString shapeName(const QString &kind)
{
    if (kind == u"round"_s) {
        return SealWords::tr("Round");
    }
    if (kind == u"oval"_s) {
        return SealWords::tr("Oval");
    }
    if (kind == u"square"_s) {
        return SealWords::tr("Square");
    }
    if (kind == u"rectangle"_s) {
        return SealWords::tr("Rectangle");
    }
    return SealWords::tr("Imported");
}

} // namespace

SealValidity validityOf(const pdf::StoredSeal &seal, const QDateTime &nowUtc)
{
    if (seal.isFrozen) {
        return SealValidity::Frozen;
    }
    if (seal.validUntilUtc && nowUtc > *seal.validUntilUtc) {
        return SealValidity::Expired;
    }
    return seal.validFromUtc && nowUtc < *seal.validFromUtc ? SealValidity::NotYet
                                                            : SealValidity::Valid;
}

QString shapeText(const pdf::StoredSeal &seal)
{
    const QLocale locale;
    const auto number = [&locale](double mm) {
        return locale.toString(mm, 'f', qFuzzyCompare(mm, double(qRound(mm))) ? 0 : 1);
    };
    const bool isEven = qAbs(seal.sizeMm.width() - seal.sizeMm.height()) < 0.05;
    return isEven
        ? SealWords::tr("%1, %2 mm").arg(shapeName(seal.kind), number(seal.sizeMm.width()))
        : SealWords::tr("%1, %2 × %3 mm")
              .arg(shapeName(seal.kind), number(seal.sizeMm.width()), number(seal.sizeMm.height()));
}

QString validityText(SealValidity validity)
{
    switch (validity) {
    case SealValidity::Valid:
        return SealWords::tr("Valid");
    case SealValidity::NotYet:
        return SealWords::tr("Not yet valid");
    case SealValidity::Frozen:
        return SealWords::tr("Frozen");
    case SealValidity::Expired:
        break;
    }
    return SealWords::tr("Expired");
}

void SealListModel::replaceAll(const QList<pdf::StoredSeal> &seals)
{
    beginResetModel();
    m_seals = seals;
    endResetModel();
}

int SealListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_seals.size());
}

QVariant SealListModel::data(const QModelIndex &index, int role) const
{
    const pdf::StoredSeal *stored = seal(index.row());
    if (!stored) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return stored->name;
    case Qt::AccessibleTextRole:
        return QString(stored->name + u", "_s + shapeText(*stored) + u", "_s
                       + validityText(validityOf(*stored, QDateTime::currentDateTimeUtc())));
    default:
        return {};
    }
}

const pdf::StoredSeal *SealListModel::seal(int row) const
{
    return row >= 0 && row < m_seals.size() ? &m_seals.at(row) : nullptr;
}

int SealListModel::rowOf(const QString &name) const
{
    for (int row = 0; row < m_seals.size(); ++row) {
        if (m_seals.at(row).name == name) {
            return row;
        }
    }
    return -1;
}

SealCardDelegate::SealCardDelegate(const Theme &theme, const SealListModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
{ }

QSize SealCardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { CardWidth + GapPx, CardHeight };
}

void SealCardDelegate::paint(QPainter *painter,
                             const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const pdf::StoredSeal *seal = m_model.seal(index.row());
    if (!seal) {
        return;
    }
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRect card = option.rect.adjusted(0, 0, -GapPx, 0).adjusted(1, 1, -1, -1);
    const bool isChosen = option.state & QStyle::State_Selected;
    painter->setBrush(m_theme.colour(Token::Surface));
    painter->setPen(QPen(m_theme.colour(isChosen ? Token::Accent : Token::Line), isChosen ? 2 : 1));
    painter->drawRoundedRect(card, 8, 8);
    paintPicture(*painter, *seal, QRect(card.left(), card.top() + 4, card.width(), PictureHeight));
    paintWords(*painter, *seal, card.adjusted(12, PictureHeight + 4, -12, -8));
    painter->restore();
}

void SealCardDelegate::paintPicture(QPainter &painter,
                                    const pdf::StoredSeal &seal,
                                    const QRect &area) const
{
    QSizeF size = seal.sizeMm * PxPerMm;
    const double fit = std::min({ 1.0,
                                  (area.width() - 16) / std::max(1.0, size.width()),
                                  (area.height() - 16) / std::max(1.0, size.height()) });
    size *= fit;
    QRectF at(QPointF(0, 0), size);
    at.moveCenter(QRectF(area).center());
    const double ratio = painter.device()->devicePixelRatioF();
    QImage picture = seal.picture.scaled(
        (size * ratio).toSize(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    if (validityOf(seal, QDateTime::currentDateTimeUtc()) != SealValidity::Valid) {
        QImage grey = picture.convertToFormat(QImage::Format_ARGB32_Premultiplied);
        QPainter tint(&grey);
        tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
        tint.fillRect(grey.rect(), m_theme.colour(Token::Text3));
        tint.end();
        picture = grey;
    }
    painter.drawImage(at, picture);
}

void SealCardDelegate::paintWords(QPainter &painter,
                                  const pdf::StoredSeal &seal,
                                  const QRect &area) const
{
    QFont bold = m_theme.font(TypeStep::Base);
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(m_theme.colour(Token::Text));
    const auto elided = [&painter](const QString &text, int width) {
        return painter.fontMetrics().elidedText(text, Qt::ElideRight, width);
    };
    painter.drawText(QRect(area.left(), area.top(), area.width(), 20),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     elided(seal.name, area.width()));
    painter.setFont(m_theme.font(TypeStep::Caption));
    painter.setPen(m_theme.colour(Token::Text2));
    painter.drawText(QRect(area.left(), area.top() + 21, area.width(), 16),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     elided(shapeText(seal), area.width()));
    const SealValidity validity = validityOf(seal, QDateTime::currentDateTimeUtc());
    const bool isValid = validity == SealValidity::Valid;
    const QString word = validityText(validity);
    const int chipWidth = painter.fontMetrics().horizontalAdvance(word) + 12;
    const QRect chip(area.right() - chipWidth + 1, area.bottom() - 20, chipWidth, 20);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(isValid ? Token::OkWeak : Token::DangerWeak));
    painter.drawRoundedRect(chip, 4, 4);
    painter.setPen(m_theme.colour(isValid ? Token::Ok : Token::Danger));
    painter.drawText(chip, Qt::AlignCenter, word);
    if (const QString custodian = pdf::custodianOf(seal); !custodian.isEmpty()) {
        const double ratio = painter.device()->devicePixelRatioF();
        painter.drawPixmap(
            area.left(), area.bottom() - 20, avatarOf(m_theme, custodian, AvatarPx, ratio));
        painter.setPen(m_theme.colour(Token::Text));
        painter.setFont(m_theme.font(TypeStep::Caption));
        const int x = area.left() + AvatarPx + 6;
        painter.drawText(QRect(x, area.bottom() - 20, chip.left() - x - 4, 20),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         elided(custodian, chip.left() - x - 4));
    }
}

} // namespace andu::ui
