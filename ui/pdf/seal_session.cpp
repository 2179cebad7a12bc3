// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/seal_session.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "core/pdf/view/background.h"
#include "ui/pdf/pdf_notice.h"
#include "ui/pdf/print_job.h"
#include "ui/pdf/seal_dialog.h"

#include <QLocale>

namespace andu::ui {

namespace {

constexpr double MmPerPt = 25.4 / 72;

using Parts = QList<pdf::Part>;

/// Parts by a rule that needs the document; blocking.
Result<Parts> ruledParts(const pdf::view::Content &content,
                         const pdf::view::SharedSecret &password,
                         const SealPlan &plan)
{
    auto device = content.open();
    if (!device) {
        return tl::unexpected<Error>(device.error());
    }
    auto document = pdf::Document::open(std::move(*device),
                                        password ? password->clone() : crypto::SecureBytes());
    if (!document) {
        return tl::unexpected<Error>(document.error());
    }
    return partsFor(*document, plan);
}

} // namespace

SealSession::SealSession(const Theme &theme, PageView &pages, WorkingCopy &copy, PdfStrip &strip)
    : m_theme(theme)
    , m_pages(pages)
    , m_copy(copy)
    , m_strip(strip)
    , m_placement(theme, pages, copy)
{
    connect(&m_placement, &PlacementOverlay::partsChanged, this, &SealSession::describe);
    connect(&m_placement, &PlacementOverlay::confirmed, this, &SealSession::seal);
    connect(&m_placement, &PlacementOverlay::cancelled, this, &SealSession::cancel);
    connect(&m_copy, &WorkingCopy::changed, this, &SealSession::registered);
    connect(&m_strip, &PdfStrip::firstChosen, this, &SealSession::cancel);
    connect(&m_strip, &PdfStrip::secondChosen, this, &SealSession::seal);
}

void SealSession::setOffice(const SealOffice &office)
{
    m_office = office;
}

void SealSession::setWords(const QList<pdf::view::SearchHit> &hits)
{
    QHash<int, QList<QPointF>> words;
    for (const pdf::view::SearchHit &hit : hits) {
        for (const QRectF &line : hit.linesPt) {
            words[hit.page].append(line.center() * MmPerPt);
        }
    }
    m_placement.setWords(words);
}

void SealSession::start(SealMode mode, const QString &seal)
{
    cancel();
    if (m_office.cabinetFolder.isEmpty() || mode == SealMode::Sign) {
        openDialog(mode, seal, {});
        return;
    }
    const auto list = [folder = m_office.cabinetFolder] { return pdf::SealCabinet(folder).list(); };
    whenDone(pdf::view::inBackground(list),
             this,
             [this, mode, seal](const Result<QList<pdf::StoredSeal>> &seals) {
                 if (!seals) {
                     Q_EMIT failed(seals.error());
                 }
                 openDialog(mode, seal, seals.value_or(QList<pdf::StoredSeal>()));
             });
}

void SealSession::openDialog(SealMode mode,
                             const QString &seal,
                             const QList<pdf::StoredSeal> &seals)
{
    auto *dialog
        = new SealDialog(mode, seals, m_office, m_pages.pageCount(), m_theme, m_pages.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->chooseSeal(seal);
    connect(dialog, &SealDialog::planReady, this, &SealSession::propose);
    dialog->open();
}

QList<pdf::Part> SealSession::partsInSight(const SealPlan &plan) const
{
    QList<int> pages = plan.pages.isEmpty() ? QList<int>{ m_pages.currentPage() }
                                            : pagesOf(plan.pages, m_pages.pageCount());
    Parts parts;
    for (const int page : pages) {
        pdf::Part part;
        part.page = page;
        part.displayedMm = usualPlace(m_pages.pageSizePt(page) * MmPerPt, plan.look.sizeMm);
        parts.append(part);
    }
    return parts;
}

void SealSession::propose(const SealPlan &plan)
{
    m_plan = plan;
    if (plan.look.isEmpty()) {
        m_plan.look = {};
        seal(); // nothing to place
        return;
    }
    if (plan.mode != SealMode::Seam && plan.rule == PlaceRule::Mouse) {
        beginPlacing(partsInSight(plan));
        return;
    }
    const auto find = [content = m_copy.content(), password = m_copy.password(), plan] {
        return ruledParts(content, password, plan);
    };
    whenDone(pdf::view::inBackground(find), this, [this](const Result<Parts> &parts) {
        if (!parts) {
            Q_EMIT failed(parts.error());
            if (m_plan.mode == SealMode::Seam) {
                return;
            }
        }
        beginPlacing(parts ? *parts : partsInSight(m_plan));
    });
}

void SealSession::beginPlacing(const QList<pdf::Part> &parts)
{
    if (parts.isEmpty()) {
        return;
    }
    m_pages.turn(-m_pages.rotation()); // seals are placed upright
    m_pages.setOverlay(&m_placement);
    m_placement.begin(m_plan.look, m_plan.picture, parts, m_plan.mode == SealMode::Seam);
    const pdf::Part &first = parts.first();
    m_pages.goTo(first.page,
                 QRectF(first.displayedMm.topLeft() / MmPerPt, first.displayedMm.size() / MmPerPt));
    describe();
}

void SealSession::describe()
{
    const Parts &parts = m_placement.parts();
    if (!isPlacing() || parts.isEmpty()) {
        return;
    }
    const QSizeF size = m_plan.look.sizeMm;
    const QString text = m_plan.mode == SealMode::Seam
        ? tr("Seam seal over %n page(s). Drag it up or down; arrow keys move it by 1 mm.",
             nullptr,
             int(parts.size()))
        : tr("%1 × %2 mm, true size. Drag it where it belongs; arrow keys move it by 1 mm, with "
             "Shift by 0.1 mm.")
              .arg(QLocale().toString(size.width(), 'f', 1),
                   QLocale().toString(size.height(), 'f', 1));
    m_strip.show(u"accent"_s,
                 text,
                 tr("Cancel"),
                 m_plan.mode == SealMode::Sign ? tr("Sign here") : tr("Seal here"));
}

void SealSession::cancel()
{
    if (isPlacing()) {
        m_placement.end();
        m_pages.setOverlay(m_idle);
    }
    m_strip.hide();
    m_plan = {};
}

void SealSession::seal()
{
    if (m_copy.isBusy()) {
        return;
    }
    const Parts parts = m_placement.parts();
    const QDateTime now = QDateTime::currentDateTime();
    const SealPlan plan = m_plan;
    const SealOffice office = m_office;
    const pdf::SignRequest request = requestFor(plan, parts, now);
    const pdf::SealUse use = useFor(plan, parts, office, m_title, m_pages.pageCount(), now.toUTC());
    const auto number = std::make_shared<QString>();
    const QString what = plan.mode == SealMode::Sign ? tr("signed")
        : plan.mode == SealMode::Seam                ? tr("seam seal")
                                                     : tr("sealed");
    cancel();
    m_copy.change(
        what,
        [plan, request, office, use, number](pdf::Document &document) -> Result<QByteArray> {
            const auto signer = openSigner(plan.key);
            return signer ? makeSeal(document, **signer, plan, request, office, use, number)
                          : tl::unexpected<Error>(signer.error());
        },
        [this, use, number] {
            if (!number->isEmpty()) {
                cancelUse(*number, use);
            }
        });
}

/// A use taken back before it left this computer keeps its row and gets one that cancels it.
void SealSession::cancelUse(const QString &number, pdf::SealUse use)
{
    use.number.clear();
    use.cancels = number;
    use.timeUtc = QDateTime::currentDateTimeUtc();
    const auto write = [path = m_office.registerPath, use]() -> std::optional<Error> {
        pdf::SealUseRules none;
        none.needsApproval = false;
        const auto row = pdf::SealRegister(path).append(use, none);
        return row ? std::nullopt : std::optional(row.error());
    };
    whenDone(pdf::view::inBackground(write), this, [this](const std::optional<Error> &error) {
        if (error) {
            Q_EMIT failed(*error);
        }
        Q_EMIT registered();
    });
}

} // namespace andu::ui
