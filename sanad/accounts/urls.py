"""Addresses of the accounts package."""

from django.urls import path

from sanad.accounts.views import enrolment, entry, keys, offices, own, own_factors, resetting, sessions, ties, users

app_name = "accounts"

urlpatterns = [
    path("sign-in/", entry.sign_in, name="sign_in"),
    path("sign-in/code/", entry.second_factor, name="second_factor"),
    path("sign-in/recovery/", entry.recovery, name="recovery"),
    path("sign-in/passkey/", entry.passkey, name="passkey"),
    path("sign-in/enrol/", enrolment.enrol, name="enrol"),
    path("sign-in/on/", entry.go_on, name="go_on"),
    path("sign-out/", entry.sign_out, name="sign_out"),
    path("account/", own.my_account, name="my_account"),
    path("account/password/", own.change_password, name="change_password"),
    path("account/codes/", enrolment.codes, name="codes"),
    path("account/codes/file/", enrolment.codes_file, name="codes_file"),
    path("account/codes/new/", own_factors.new_codes, name="new_codes"),
    path("account/telephone/", own_factors.new_telephone, name="new_telephone"),
    path("account/telephone/new/", own_factors.telephone, name="telephone"),
    path("account/passkeys/", own_factors.passkeys, name="passkeys"),
    path("account/passkeys/<int:pk>/remove/", own_factors.passkey_remove, name="passkey_remove"),
    path("account/passkey/", own_factors.passkey_show, name="passkey_show"),
    path("account/sessions/", sessions.sessions, name="sessions"),
    path("account/sessions/end/", sessions.session_end, name="session_end"),
    path("account/sessions/end-others/", sessions.sessions_end, name="sessions_end"),
    path("account/language/", own.choose_own_language, name="language"),
    path("account/office/", own.choose_workplace, name="workplace"),
    path("offices/", offices.offices, name="offices"),
    path("offices/new/", offices.office_new, name="office_new"),
    path("offices/<slug:slug>/", offices.office_edit, name="office"),
    path("sharing/", offices.sharing, name="sharing"),
    path("sharing/<int:pk>/end/", offices.sharing_end, name="sharing_end"),
    path("users/", users.users, name="users"),
    path("users/new/", users.user_new, name="user_new"),
    path("users/<int:pk>/", users.user, name="user"),
    path("users/<int:pk>/post/", users.user_post, name="user_post"),
    path("users/<int:pk>/postings/<int:posting>/end/", users.posting_end, name="posting_end"),
    path("users/<int:pk>/password/", users.user_reset_password, name="user_reset_password"),
    path("users/<int:pk>/factor/ask/", resetting.ask_reset, name="ask_factor_reset"),
    path("users/<int:pk>/factor/reset/", resetting.reset, name="factor_reset"),
    path("users/<int:pk>/sessions/end/", users.user_end_sessions, name="user_end_sessions"),
    path("users/<int:pk>/ties/", ties.ties, name="ties"),
    path("users/<int:pk>/ties/<int:tie>/end/", ties.tie_end, name="tie_end"),
    path("users/<int:pk>/disable/", users.user_disable, name="user_disable"),
    path("users/<int:pk>/enable/", users.user_enable, name="user_enable"),
    path("vault/", keys.keys, name="keys"),
    path("vault/unlock/", keys.unlock, name="keys_unlock"),
    path("vault/lock/", keys.lock, name="keys_lock"),
    path("vault/passphrase/", keys.passphrase, name="keys_passphrase"),
]
