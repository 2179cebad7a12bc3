// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/seal_session.h"

#include "core/base/future.h"
#include "core/base/literals.h"
#include "ui/pdf/long_term.h"
#include "ui/pdf/pdf_notice.h"
#include "ui/pdf/pdf_text.h"
#include "ui/pdf/print_job.h"
#include "ui/pdf/seal_dialog.h"

#include <QLocale>

namespace andu::ui {

namespace {

constexpr double MmPerPt = 25.4 / 72;
constexpr qsizetype MostNamed = 4;

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

SealSession::SealSession(
    const Theme &theme, QSettings &settings, PageView &pages, WorkingCopy &copy, PdfStrip &strip)
    : m_theme(theme)
    , m_settings(settings)
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
    const auto read = [mode,
                       book = m_office.book,
                       content = m_copy.content(),
                       password = m_copy.password()]() -> Answers {
        const bool wantsSeals = book && mode != SealMode::Sign;
        return { wantsSeals ? book->seals()
                            : Result<QList<pdf::StoredSeal>>(QList<pdf::StoredSeal>()),
                 readSigningFacts(content, password) };
    };
    whenDone(inBackground(read), this, [this, mode, seal](const Answers &answers) {
        if (!answers.seals) {
            Q_EMIT failed(answers.seals.error());
        }
        const SigningFacts &facts = answers.facts;
        const bool isSeam = mode == SealMode::Seam; // one field cannot show on many pages
        if (facts.refusal && (facts.emptyFields.isEmpty() || isSeam)) {
            Q_EMIT failed(*facts.refusal);
            return;
        }
        openDialog(mode, seal, answers);
    });
}

void SealSession::openDialog(SealMode mode, const QString &seal, const Answers &answers)
{
    SealTask task{
        mode, answers.seals.value_or(QList<pdf::StoredSeal>()), answers.facts, m_pages.pageCount()
    };
    if (mode == SealMode::Seam) {
        task.facts.emptyFields.clear();
    }
    auto *dialog = new SealDialog(task, m_office, m_settings, m_theme, m_pages.window());
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
        part.displayedMm = plan.rule == PlaceRule::Position
            ? QRectF(plan.atMm, plan.look.sizeMm)
            : usualPlace(m_pages.pageSizePt(page) * MmPerPt, plan.look.sizeMm);
        parts.append(part);
    }
    return parts;
}

void SealSession::propose(const SealPlan &plan)
{
    m_plan = plan;
    if (plan.look.isEmpty() || plan.field) {
        seal(); // nothing to place, or placed by the document's author
        return;
    }
    const bool isInSight = plan.rule == PlaceRule::Mouse || plan.rule == PlaceRule::Position;
    if (plan.mode != SealMode::Seam && isInSight) {
        beginPlacing(partsInSight(plan));
        return;
    }
    const auto find = [content = m_copy.content(), password = m_copy.password(), plan] {
        return ruledParts(content, password, plan);
    };
    whenDone(inBackground(find), this, [this](const Result<Parts> &parts) {
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
    const SealPlan plan = m_plan;
    const bool isInField = plan.field && !plan.look.isEmpty() && !plan.field->boxMm.isEmpty();
    const Parts parts = isInField
        ? Parts{ pdf::Part{ plan.field->page, plan.field->boxMm, 0, false } }
        : m_placement.parts();
    const QDateTime now = QDateTime::currentDateTime();
    SealOffice office = m_office;
    office.keys.reset(); // stays in this thread
    const pdf::SignRequest request = requestFor(plan, parts, now);
    const pdf::SealUse use = useFor(plan, parts, office, m_title, m_pages.pageCount(), now.toUTC());
    const auto number = std::make_shared<QString>();
    cancel();
    WorkingCopy::Change change;
    change.what = plan.mode == SealMode::Sign ? tr("signed")
        : plan.mode == SealMode::Seam         ? tr("seam seal")
                                              : tr("sealed");
    change.make = [plan, request, office, use, number](
                      pdf::Document &document, const CancelFlag &flag) -> Result<QByteArray> {
        const auto signer = openSigner(plan.key);
        return signer ? makeSeal(document, **signer, plan, request, office, use, number, flag)
                      : tl::unexpected<Error>(signer.error());
    };
    change.undone = [this, use, number] {
        if (!number->isEmpty()) {
            cancelUse(*number, use);
        }
    };
    change.done = [this, plan] { takeLaterSteps(laterSteps(plan), plan.timestampUrl); };
    change.failed = [this](const Error &error) {
        const QString kept = isTimestampError(error)
            ? u' ' + tr("Nothing was signed; the document is as before.")
            : QString();
        Q_EMIT problem(error.code == ErrorCode::Cancelled
                           ? tr("Cancelled. Nothing was signed; the document is as before.")
                           : pdfErrorText(error) + kept);
    };
    m_copy.change(std::move(change));
}

void SealSession::makeLongTerm()
{
    const SigningSettings settings = signingSettingsIn(m_settings);
    takeLaterSteps({ true, isServerAddress(settings.timestampUrl) }, settings.timestampUrl);
}

/// The steps after signing: each stands on its own, so what came before is kept when one fails.
void SealSession::takeLaterSteps(const LaterSteps &steps, const QString &server)
{
    if (!steps.validationData) {
        if (steps.documentStamp) {
            addStamp(server);
        }
        return;
    }
    const auto missing = std::make_shared<QStringList>();
    WorkingCopy::Change change;
    change.what = tr("validation data");
    change.make = [missing](pdf::Document &document, const CancelFlag &flag) {
        return addValidationMaterial(document, flag, missing);
    };
    change.done = [this, stamps = steps.documentStamp, server, missing] {
        if (!missing->isEmpty()) {
            Q_EMIT problem(
                tr("Validation data was added, but nobody answered whether these certificates "
                   "are revoked: %1. Try again later to complete it.")
                    .arg(QLocale().createSeparatedList(missing->mid(0, MostNamed))));
        }
        if (stamps) {
            addStamp(server);
        } else {
            Q_EMIT told(tr("Validation data was added. It is not time stamped."));
        }
    };
    change.failed = [this](const Error &error) {
        Q_EMIT problem(
            tr("The signature stands. Validation data was not added: %1").arg(pdfErrorText(error)));
    };
    m_copy.change(std::move(change));
}

void SealSession::addStamp(const QString &server)
{
    WorkingCopy::Change change;
    change.what = tr("time stamp over all");
    change.make = [server](pdf::Document &document, const CancelFlag &flag) {
        return addDocumentStamp(document, server, flag);
    };
    change.done = [this] { Q_EMIT told(tr("The document was time stamped.")); };
    change.failed = [this](const Error &error) {
        Q_EMIT problem(tr("What is signed stands. The time stamp over the document was not made: "
                          "%1")
                           .arg(pdfErrorText(error)));
    };
    m_copy.change(std::move(change));
}

/// A use taken back before it left this computer keeps its row and gets one that cancels it.
void SealSession::cancelUse(const QString &number, pdf::SealUse use)
{
    use.number.clear();
    use.cancels = number;
    use.timeUtc = QDateTime::currentDateTimeUtc();
    const auto write = [book = m_office.book, use]() -> std::optional<Error> {
        pdf::SealUseRules none;
        none.needsApproval = false;
        const auto row = book->registerUse(use, none);
        return row ? std::nullopt : std::optional(row.error());
    };
    whenDone(inBackground(write), this, [this](const std::optional<Error> &error) {
        if (error) {
            Q_EMIT failed(*error);
        }
        Q_EMIT registered();
    });
}

} // namespace andu::ui
