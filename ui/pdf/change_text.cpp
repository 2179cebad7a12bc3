// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/change_text.h"

#include "core/base/literals.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <vector>

namespace andu::ui {

namespace {

/// What the verifier says, in its own words; %1 and %2 stand for names and numbers.
constexpr const char *Sentences[] = {
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "timestamp added: %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "signature added: %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "signature field added: %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "field signed: %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "field filled: %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "page %1: annotation added (%2)"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "page %1: annotation removed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "page %1: annotation changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "validation data added"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "metadata: dates and tool names renewed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "document information: dates and tool names renewed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "structure tree extended"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "catalog /%1 changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "page %1: /%2 changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "form /%1 changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "field %1: /%2 changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "structure tree /%1 changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "catalog /Perms /%1 changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "document information /%1 changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "document information /%1 was removed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "trailer /Root names another catalog"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "the catalog was removed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "trailer /Encrypt changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "trailer /ID of an encrypted file changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "object %1 (/%2) appeared behind a signed reference"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "object %1 (/%2) was removed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "object %1 (/%2) was replaced"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "object %1 may change, but also serves as /%2"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "catalog /DSS was removed or is no dictionary"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "catalog /DSS holds something that is no validation data"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "catalog /Perms no longer names the certification"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "catalog /Metadata was removed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "metadata changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "catalog /StructTreeRoot changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "structure tree: /%1 changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "structure tree: /%1 lost an entry"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "the form was removed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "the field tree has a field twice"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "form /SigFlags lost a flag"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "form /NeedAppearances was set: frozen values would be drawn anew"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "a default resource of the form changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "form /XFA changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "the fields of the form got an entry that is no new signature field"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "the fields of the form lost an entry"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "field %1 was removed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "field %1 changed although it is signed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "field %1 changed although the certification allows no changes"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "field %1 changed although the signature locks it"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "field %1 changed although a push button has no value"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "field %1 was hidden or shown"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "field %1 /Ff changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "field %1 got a value that is no signature"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "field %1 got an appearance without a signature"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "a second field is named %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "new field %1: only signature fields may be added"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "new field %1: its value is no signature"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "new field %1: it shows an earlier signature again"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "new field %1: visible, after a certification"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "new field %1: the certification allows no changes"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "new field %1: the signature locks it"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "new field %1: it takes the place of another object"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "new field %1: it brings an action"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "new field %1: it draws something without being signed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "the form does not show this signature"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "the form does not show this signature any more"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "the signature is not part of the revision it signs"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "the signed bytes do not end with a revision"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "the signed revision cannot be read"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "there are too many signatures to compare all revisions"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "the signed cross-reference sections are left out at byte %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "cross-reference section out of order at byte %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "hybrid cross-reference section that says two things at byte %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "cross-reference section without its startxref at byte %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "trailer with an entry twice at byte %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "bytes that belong to no revision at byte %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "revision without objects in order at byte %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "revision without %%EOF at byte %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "bytes that are no object at byte %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "object that does not end properly at byte %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "object with an entry twice at byte %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "object that reaches into a cross-reference section at byte %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "object outside the cross-reference section at byte %1"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "object %1 listed twice at byte %2"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "object %1 is not where the section at byte %2 says"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "object %1 is taken from signed bytes anew by the section at byte %2"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "object stream %1 differs from the section at byte %2"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "page %1: annotation added"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "trailer /ID changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "form /NeedAppearances was set: values would be drawn anew"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "form /Fields has an entry that is no new signature field"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "form /Fields lost an entry"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "object %1 may change, but is drawn as /%2"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "structure tree: %1 changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "structure tree: %1 lost an entry"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "field %1 /%2 changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "page %1 /%2 changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "structure /%1 changed"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "the algorithm or key is too weak to be relied on"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "the timestamp of the signature does not fit it"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "the timestamp's authority is not trusted"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "the signing time is the signer's claim"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords",
                      "there is a signature in the file that its form does not show"),
    QT_TRANSLATE_NOOP("andu::ui::ChangeWords", "the file passes a limit and cannot be judged"),
};

struct Pattern
{
    const char *sentence = nullptr;
    QRegularExpression expression;
    qsizetype fixedLength = 0;
};

Pattern patternOf(const char *sentence)
{
    QString text = QRegularExpression::escape(QString::fromLatin1(sentence));
    for (const QString &place : { u"\\%1"_s, u"\\%2"_s, u"%1"_s, u"%2"_s }) {
        text.replace(place, u"(.*)"_s);
    }
    const qsizetype places = text.count(u"(.*)"_s);
    return { sentence,
             QRegularExpression(QRegularExpression::anchoredPattern(text),
                                QRegularExpression::DotMatchesEverythingOption),
             QString::fromLatin1(sentence).size() - 2 * places };
}

/// The most exact first: a name from the file must not make one sentence look like another.
const std::vector<Pattern> &patterns()
{
    static const std::vector<Pattern> all = [] {
        std::vector<Pattern> out;
        for (const char *sentence : Sentences) {
            out.push_back(patternOf(sentence));
        }
        std::stable_sort(out.begin(), out.end(), [](const Pattern &a, const Pattern &b) {
            return a.fixedLength > b.fixedLength;
        });
        return out;
    }();
    return all;
}

} // namespace

QString sentenceText(const char *sentence, const QStringList &parameters)
{
    const QString text = QCoreApplication::translate("andu::ui::ChangeWords", sentence);
    // Both at once: a name that holds "%2" is a name.
    return parameters.size() > 1 ? text.arg(parameters.at(0), parameters.at(1))
        : parameters.size() == 1 ? text.arg(parameters.at(0))
                                 : text;
}

QString changeText(const QString &english)
{
    for (const Pattern &pattern : patterns()) {
        const auto match = pattern.expression.match(english);
        if (match.hasMatch()) {
            return sentenceText(pattern.sentence, match.capturedTexts().mid(1));
        }
    }
    return english;
}

} // namespace andu::ui
