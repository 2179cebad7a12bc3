// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/office_server.h"
#include "app/server/organisation_rows.h"
#include "app/server/picture.h"
#include "app/server/sign_in.h"
#include "core/base/json.h"
#include "core/base/literals.h"

#include <QRandomGenerator>

namespace andu::server {

namespace {

constexpr auto SamplePassword = "Yunhu2026";
constexpr auto ManagerPassword = "o2";
constexpr int FailureLimit = 5;
constexpr int FailureMinutes = 10;
constexpr int CaptchaLimit = 1000;
const auto Root = "/x_organization_assemble_authentication/jaxrs/authentication"_L1;

/// What is remembered between the calls of a sign-in, while the server runs.
struct SignInState
{
    PasswordKey key;
    QHash<QString, QString> captchas; ///< Answer by id.
    QHash<QString, QList<QDateTime>> failures; ///< By person.
};

Reply refused(const char *name, const QString &message)
{
    return Reply::refusal(u"com.x.organization.assemble.authentication.jaxrs.authentication."_s
                              + QLatin1StringView(name),
                          message);
}

QJsonObject
authObject(OfficeServer &server, const QJsonObject &person, const QString &token, bool isManager)
{
    const OrganisationRows rows(server.organisation());
    QJsonObject answer = isManager ? person : rows.person(person);
    answer.insert(u"sequence"_s,
                  json::text(person, "createTime"_L1).remove(u'-').remove(u':').remove(u' ')
                      + json::text(person, "id"_L1));
    answer.remove(u"pinyin"_s);
    answer.remove(u"pinyinInitial"_s);
    QJsonArray identities;
    for (const QJsonObject &row :
         server.organisation().identitiesOf(json::text(person, "distinguishedName"_L1))) {
        identities.append(rows.identity(row));
    }
    answer.insert(u"tokenType"_s, isManager ? u"manager"_s : u"user"_s);
    answer.insert(u"token"_s, token);
    answer.insert(u"roleList"_s, QJsonArray());
    answer.insert(u"passwordExpired"_s, false);
    answer.insert(u"identityList"_s, identities);
    return answer;
}

QJsonObject manager()
{
    return { { u"id"_s, u"xadmin"_s },
             { u"name"_s, u"xadmin"_s },
             { u"unique"_s, u"xadmin"_s },
             { u"distinguishedName"_s, u"xadmin"_s } };
}

Reply enter(OfficeServer &server, const QJsonObject &person, bool isManager)
{
    const QString token = Engine::newId().remove(u'-') + Engine::newId().remove(u'-');
    server.documents().put(u"token"_s,
                           QJsonObject{ { u"id"_s, token },
                                        { u"person"_s, person.value("distinguishedName"_L1) },
                                        { u"manager"_s, isManager } });
    Reply reply = Reply::data(authObject(server, person, token, isManager));
    reply.headers.append({ "x-token", token.toLatin1() });
    return reply;
}

/// The captcha of a sign-in: a right answer uses it up, a wrong one leaves it usable.
std::optional<Reply> captchaFault(SignInState &state, const QJsonObject &body)
{
    const QString id = json::text(body, "captcha"_L1);
    const QString answer = json::text(body, "captchaAnswer"_L1);
    if (id.isEmpty() || answer.isEmpty()) {
        return refused("ExceptionCaptchaEmpty", u"图片验证码不能为空."_s);
    }
    if (state.captchas.value(id) != answer) {
        return refused("ExceptionInvalidCaptcha", u"图片验证码错误."_s);
    }
    state.captchas.remove(id);
    return std::nullopt;
}

enum class Door {
    Plain, ///< No captcha, no lock.
    Captcha
};

Reply signIn(OfficeServer &server, SignInState &state, const Request &request, Door door)
{
    if (request.isArray()) {
        return Reply::notConvertible();
    }
    const QJsonObject body = request.object(); // What is no JSON counts as empty.
    const QString credential = json::text(body, "credential"_L1);
    QString password = json::text(body, "password"_L1);
    if (credential.isEmpty()) {
        return refused("ExceptionCredentialEmpty", u"用户名不能为空."_s);
    }
    if (json::text(body, "isEncrypted"_L1) == u"y"_s) {
        password = state.key.decrypted(password).value_or(QString());
    }
    if (password.isEmpty()) {
        return refused("ExceptionPasswordEmpty", u"密码不能为空或者密码解密错误."_s);
    }
    if (door == Door::Captcha) {
        if (const auto fault = captchaFault(state, body)) {
            return *fault;
        }
    }
    const bool isManager = credential == u"xadmin"_s;
    const QJsonObject person = isManager ? manager() : server.organisation().person(credential);
    QList<QDateTime> &failures = state.failures[json::text(person, "distinguishedName"_L1)];
    const QDateTime now = QDateTime::currentDateTimeUtc();
    failures.removeIf([&now](const QDateTime &at) { return at.secsTo(now) > FailureMinutes * 60; });
    if (door == Door::Captcha && failures.size() >= FailureLimit) {
        return refused("ExceptionFailureLocked", u"登录失败次数过多,账户已锁定."_s);
    }
    const QString expected = QLatin1StringView(isManager ? ManagerPassword : SamplePassword);
    if (person.isEmpty() || password != expected) {
        if (door == Door::Captcha && !person.isEmpty()) {
            failures.append(now);
        }
        return refused("ExceptionPersonNotExistOrInvalidPassword", u"用户不存在或者密码错误."_s);
    }
    failures.clear();
    return enter(server, person, isManager);
}

Reply whoAmI(OfficeServer &server, const Request &request)
{
    if (request.caller.isAnonymous()) {
        return Reply::data(QJsonObject{ { u"tokenType"_s, u"anonymous"_s },
                                        { u"token"_s, QString() },
                                        { u"id"_s, Engine::newId() },
                                        { u"name"_s, u"anonymous"_s } });
    }
    const QJsonObject person = request.caller.isManager
        ? manager()
        : server.organisation().person(request.caller.person);
    return Reply::data(authObject(server, person, request.caller.token, request.caller.isManager));
}

void addCaptcha(OfficeServer &server, const std::shared_ptr<SignInState> &state)
{
    server.add(
        "GET",
        Root + u"/captcha/width/{width}/height/{height}"_s,
        [state](const Request &request) {
            const int width = request.captures.value(0).toInt();
            const int height = request.captures.value(1).toInt();
            if (width < 1 || height < 1 || width > 2000 || height > 2000) {
                return Reply::failure(u"CaptchaFactory create error."_s);
            }
            const QString id = Engine::newId();
            const QString answer
                = u"%1"_s.arg(QRandomGenerator::system()->bounded(10000), 4, 10, QChar(u'0'));
            if (state->captchas.size() >= CaptchaLimit) {
                state->captchas.clear(); // Asked for by nobody in earnest.
            }
            state->captchas.insert(id, answer);
            const QByteArray image = captchaPicture(answer, width, height).toBase64();
            return Reply::data(
                QJsonObject{ { u"id"_s, id }, { u"image"_s, QString::fromLatin1(image) } });
        },
        true);
    server.add(
        "POST",
        Root + u"/captcha"_s,
        [&server, state](const Request &request) {
            return signIn(server, *state, request, Door::Captcha);
        },
        true);
    server.add(
        "GET",
        Root + u"/captchaRSAPublicKey"_s,
        [state](const Request &) {
            return Reply::data(QJsonObject{ { u"publicKey"_s, state->key.publicText() } });
        },
        true);
}

} // namespace

void addSignInRoutes(OfficeServer &server)
{
    const auto state = std::make_shared<SignInState>();
    addCaptcha(server, state);
    server.add(
        "GET",
        Root + u"/mode"_s,
        [](const Request &) {
            return Reply::data(QJsonObject{ { u"captchaLogin"_s, true },
                                            { u"codeLogin"_s, true },
                                            { u"bindLogin"_s, true },
                                            { u"faceLogin"_s, true } });
        },
        true);
    server.add(
        "POST",
        Root,
        [&server, state](const Request &request) {
            return signIn(server, *state, request, Door::Plain);
        },
        true);
    server.add(
        "GET", Root, [&server](const Request &request) { return whoAmI(server, request); }, true);
    server.add(
        "GET",
        Root + u"/check/credential/{credential}"_s,
        [&server](const Request &request) {
            return Reply::data(QJsonObject{
                { u"value"_s,
                  !server.organisation().person(request.captures.first()).isEmpty() } });
        },
        true);
    // Tokens are stateless on the real server: signing out does not end them.
    server.add(
        "DELETE",
        Root,
        [](const Request &) {
            return Reply::data(QJsonObject{ { u"tokenType"_s, u"anonymous"_s },
                                            { u"id"_s, Engine::newId() },
                                            { u"name"_s, u"anonymous"_s } });
        },
        true);
}

} // namespace andu::server
