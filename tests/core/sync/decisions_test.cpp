// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/literals.h"
#include "core/sync/form_dictionaries.h"
#include "core/sync/merge.h"
#include "core/sync/pending_files.h"
#include "core/sync/phrases.h"
#include "core/sync/todo_fate.h"

#include <QTest>

using namespace andu;
using sync::TodoFate;

class DecisionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merge_data();
    void merge();
    void merge_comparesDeeply();
    void sendable_leavesOutWhatHarms();
    void dictionaries_areFoundInForms();
    void pendingFiles_lieOverTheServers_data();
    void pendingFiles_lieOverTheServers();
    void phrases_merge_data();
    void phrases_merge();
    void fate_data();
    void fate();
};

void DecisionsTest::merge_data()
{
    QTest::addColumn<QJsonObject>("base");
    QTest::addColumn<QJsonObject>("theirs");
    QTest::addColumn<int>("sent");
    QTest::addColumn<int>("conflicts");
    const QJsonObject two{ { u"days"_s, 2 } };
    QTest::newRow("unchanged there") << two << two << 1 << 0;
    QTest::newRow("new key") << QJsonObject() << QJsonObject() << 1 << 0;
    QTest::newRow("same change there") << two << QJsonObject{ { u"days"_s, 3.0 } } << 0 << 0;
    QTest::newRow("another change there") << two << QJsonObject{ { u"days"_s, 4 } } << 0 << 1;
    QTest::newRow("appeared there") << QJsonObject() << QJsonObject{ { u"days"_s, 4 } } << 0 << 1;
}

void DecisionsTest::merge()
{
    QFETCH(QJsonObject, base);
    QFETCH(QJsonObject, theirs);
    const sync::Merge merged = sync::merge(base, QJsonObject{ { u"days"_s, 3 } }, theirs);
    QTEST(int(merged.toSend.size()), "sent");
    QTEST(int(merged.conflicts.size()), "conflicts");
}

void DecisionsTest::merge_comparesDeeply()
{
    const auto parsed = [](const char *text) { return json::parse(text)->toObject(); };
    const QJsonObject mine = parsed(R"({"grid":{"data":[{"n":2}]},"who":[{"name":"a"}],"x":null})");
    // Numbers come back as doubles, objects may have gained members, null is dropped on the way.
    const QJsonObject theirs
        = parsed(R"({"grid":{"data":[{"n":2.0}],"total":{"n":2.0}},"who":[{"name":"a"}],"x":1})");
    const sync::Merge same = sync::merge({}, mine, theirs);
    QVERIFY(same.toSend.isEmpty());
    QVERIFY(same.conflicts.isEmpty());
    QVERIFY(sync::contains(theirs, mine));
    // Arrays are replaced whole: another length or an element with more members differs.
    QVERIFY(!sync::contains(parsed(R"({"who":[{"name":"a"},{"name":"b"}]})"),
                            parsed(R"({"who":[{"name":"a"}]})")));
    QVERIFY(!sync::contains(parsed(R"({"who":[{"name":"a","id":"1"}]})"),
                            parsed(R"({"who":[{"name":"a"}]})")));
}

void DecisionsTest::sendable_leavesOutWhatHarms()
{
    const QJsonObject changes{
        { u"$work"_s, QJsonObject() }, { u"$attachmentList"_s, QJsonArray() },
        { u"title"_s, QString() },     { u"subject"_s, QString() },
        { u"serial"_s, u"1"_s },       { u"reason"_s, QString() }
    };
    QCOMPARE(sync::sendable(changes).keys(), (QStringList{ u"reason"_s, u"serial"_s }));
}

void DecisionsTest::dictionaries_areFoundInForms()
{
    const QJsonObject model{
        { u"json"_s,
          QJsonObject{
              { u"a"_s,
                QJsonObject{ { u"itemDict"_s,
                               QJsonArray{ QJsonObject{ { u"name"_s, u"城市"_s },
                                                        { u"appName"_s, u"人事"_s } } } } } },
              { u"b"_s,
                QJsonObject{ { u"code"_s, u"var d = new this.Dict('级别').get('x');"_s } } },
              { u"c"_s,
                u"this.Dict({type: 'process', application: \"财务\", name: \"科目\"})"_s } } }
    };
    // The wire form: the model as text, that text as the inside of a JSON string.
    const QByteArray text = json::compact(QJsonArray{ QString::fromUtf8(json::compact(model)) });
    const QString data = QString::fromUtf8(text.mid(2, text.size() - 4));
    const QJsonObject form{
        { u"form"_s, QJsonObject{ { u"application"_s, u"app"_s }, { u"data"_s, data } } },
        { u"relatedScriptMap"_s,
          QJsonObject{ { u"1"_s, QJsonObject{ { u"text"_s, u"new Dict(\"级别\")"_s } } } } }
    };
    const QList<sync::DictionaryName> names = sync::dictionariesIn(form);
    QCOMPARE(names.size(), 3);
    QVERIFY(names.contains(sync::DictionaryName{ u"人事"_s, u"城市"_s }));
    QVERIFY(names.contains(sync::DictionaryName{ u"app"_s, u"级别"_s }));
    QVERIFY(names.contains(sync::DictionaryName{ u"财务"_s, u"科目"_s }));
}

void DecisionsTest::pendingFiles_lieOverTheServers_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("attachment");
    QTest::addColumn<IntentState>("state");
    QTest::addColumn<QString>("job");
    QTest::addColumn<QStringList>("names");
    const QString mine = u"job"_s;
    QTest::newRow("added") << u"new"_s << u"local"_s << IntentState::Queued << mine
                           << QStringList{ u"a.txt"_s, u"b.txt"_s };
    QTest::newRow("replaced") << u"replace"_s << u"1"_s << IntentState::Sending << mine
                              << QStringList{ u"b.txt"_s };
    QTest::newRow("replaced, gone there") << u"replace"_s << u"2"_s << IntentState::Attention
                                          << mine << QStringList{ u"a.txt"_s, u"b.txt"_s };
    QTest::newRow("removed") << u"remove"_s << u"1"_s << IntentState::Queued << mine
                             << QStringList();
    QTest::newRow("not let go") << u"remove"_s << u"1"_s << IntentState::Attention << mine
                                << QStringList{ u"a.txt"_s };
    QTest::newRow("delivered") << u"new"_s << u"local"_s << IntentState::Delivered << mine
                               << QStringList{ u"a.txt"_s };
    QTest::newRow("of another job")
        << u"new"_s << u"local"_s << IntentState::Queued << u"other"_s << QStringList{ u"a.txt"_s };
}

void DecisionsTest::pendingFiles_lieOverTheServers()
{
    QFETCH(QString, action);
    QFETCH(QString, attachment);
    QFETCH(IntentState, state);
    QFETCH(QString, job);
    Attachment there;
    there.id = AttachmentId::of(u"1"_s);
    there.name = u"a.txt"_s;
    Intent intent;
    intent.id = IntentId::of(u"local"_s);
    intent.kind = IntentKind::UploadAttachment;
    intent.state = state;
    intent.job = job;
    intent.createdUtc = QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC);
    intent.payload = { { u"action"_s, action },
                       { u"attachment"_s, attachment },
                       { u"name"_s, u"b.txt"_s },
                       { u"size"_s, 5 } };
    QStringList names;
    for (const Attachment &file : sync::withPending({ there }, JobId::of(u"job"_s), { intent })) {
        names.append(file.name);
        const bool isWaiting = file.name == u"b.txt"_s;
        QCOMPARE(file.isDownloaded, isWaiting); // what waits is here with its bytes
        QCOMPARE(file.sizeBytes, isWaiting ? 5 : 0);
    }
    QTEST(names, "names");
}

void DecisionsTest::phrases_merge_data()
{
    QTest::addColumn<QStringList>("base");
    QTest::addColumn<QStringList>("mine");
    QTest::addColumn<QStringList>("theirs");
    QTest::addColumn<QStringList>("merged");
    const QStringList a{ u"a"_s };
    const QStringList b{ u"b"_s };
    QTest::newRow("nothing changed") << a << a << a << a;
    QTest::newRow("added here") << a << a + b << a << a + b;
    QTest::newRow("added there") << a << a << b + a << b + a;
    QTest::newRow("removed here") << a + b << a << a + b << a;
    QTest::newRow("removed there") << a + b << a + b << b << b;
    QTest::newRow("first time") << QStringList() << a << b << b + a;
    QTest::newRow("both added the same") << QStringList() << a << a << a;
    QTest::newRow("blank ones") << QStringList() << QStringList{ u" "_s, u" a "_s } << a << a;
}

void DecisionsTest::phrases_merge()
{
    QFETCH(QStringList, base);
    QFETCH(QStringList, mine);
    QFETCH(QStringList, theirs);
    QTEST(sync::mergePhrases(base, mine, theirs), "merged");
}

void DecisionsTest::fate_data()
{
    QTest::addColumn<bool>("isOpen");
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("opinion");
    QTest::addColumn<QString>("type");
    QTest::addColumn<TodoFate>("expected");
    const QString me = u"me"_s;
    const QString agree = u"同意"_s;
    const QString words = u"照办"_s;
    const QString task = u"task"_s;
    QTest::newRow("still open") << true << me << agree << words << task << TodoFate::StillOpen;
    QTest::newRow("delivered") << false << me << agree << words << task << TodoFate::Delivered;
    QTest::newRow("delivered with a blank more")
        << false << me << agree << u"照办 "_s << task << TodoFate::Delivered;
    QTest::newRow("other route") << false << me << u"退回"_s << words << task
                                 << TodoFate::OtherRoute;
    QTest::newRow("other opinion")
        << false << me << agree << u"再议"_s << task << TodoFate::OtherOpinion;
    QTest::newRow("reset away") << false << me << u"转办"_s << words << u"reset"_s
                                << TodoFate::MovedAway;
    QTest::newRow("taken back by me")
        << false << me << agree << words << u"retract"_s << TodoFate::MovedAway;
    QTest::newRow("handed on by a route that appends")
        << false << me << agree << words << u"appendTask"_s << TodoFate::Delivered;
    QTest::newRow("a colleague was first")
        << false << u"you"_s << agree << words << task << TodoFate::Gone;
}

void DecisionsTest::fate()
{
    QFETCH(bool, isOpen);
    QFETCH(QString, person);
    QFETCH(QString, route);
    QFETCH(QString, opinion);
    QFETCH(QString, type);
    Task row;
    row.taskOfOrigin = u"t1"_s;
    row.person = person;
    row.routeName = route;
    row.opinion = opinion;
    row.processingType = type;
    const QList<Task> done{ row };
    QTEST(sync::fateOf(TaskId::of(u"t1"_s), u"me"_s, u"同意"_s, u"照办"_s, isOpen, done),
          "expected");
}

QTEST_APPLESS_MAIN(DecisionsTest)
#include "decisions_test.moc"
