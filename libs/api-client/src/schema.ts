// Made from the OpenAPI document by `npm run docs`; do not edit.
export interface paths {
    "/api/v1/auth/staff/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 工作人员登录 · Sign in as staff
         * @description Roles: public.
         */
        post: operations["auth.signInStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/wechat/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 微信登录 · Sign in by WeChat
         * @description Roles: public.
         */
        post: operations["auth.signInByWechat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/phone-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发送手机验证码 · Have a code sent to a phone
         * @description Roles: public.
         */
        post: operations["auth.requestPhoneCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/phone/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 手机验证码登录 · Sign in by phone code
         * @description Roles: public.
         */
        post: operations["auth.signInByPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/residents/{residentId}/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 以已核实的居民身份登录 · Sign in as a resident one has shown to be
         * @description Roles: resident, volunteer.
         */
        post: operations["auth.signInAsResident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/delegations/{id}/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 代理同事的岗位登录，至委托结束 · Sign in for a colleague who is away, until the delegation ends
         * @description Roles: committee, station, official, administrator.
         */
        post: operations["auth.signInAsDeputy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 换取新的登录凭证 · Exchange the refresh token for new tokens
         * @description Roles: public.
         */
        post: operations["auth.refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退出登录 · Sign out
         * @description Roles: volunteer, resident, committee, station, official, administrator.
         */
        post: operations["auth.signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我是谁 · Who I am
         * @description Roles: volunteer, resident, committee, station, official, administrator.
         */
        get: operations["auth.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/staff/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记身份验证器，领取密钥 · Enrol an authenticator: its secret
         * @description Roles: public.
         */
        post: operations["secondfactor.enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/staff/second-factor/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 用首个验证码启用，领取恢复码 · Confirm it with a first code; gives recovery codes
         * @description Roles: public.
         */
        post: operations["secondfactor.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{id}/second-factor/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重置一名工作人员的身份验证器 · Reset the authenticator of a member of staff
         * @description Roles: administrator.
         */
        post: operations["secondfactor.reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我在哪些设备上登录 · Where I am signed in
         * @description Roles: volunteer, resident, committee, station, official, administrator.
         */
        get: operations["sessions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束我的一处登录，五秒内生效 · End one of my sessions, within five seconds
         * @description Roles: volunteer, resident, committee, station, official, administrator.
         */
        post: operations["sessions.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{id}/sessions/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束一名工作人员的全部登录 · End all sessions of a member of staff
         * @description Roles: administrator.
         */
        post: operations["sessions.closeAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regions/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 行政区划及其下一级 · A division and those one level below
         * @description Roles: public.
         */
        get: operations["stations.getRegion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 机构列表 · Organisations in a region
         * @description Roles: volunteer, resident, committee, station, official, administrator.
         */
        get: operations["stations.listOrganisations"];
        put?: never;
        /**
         * 登记机构 · Register an organisation
         * @description Roles: administrator.
         */
        post: operations["stations.createOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 机构 · An organisation
         * @description Roles: volunteer, resident, committee, station, official, administrator.
         */
        get: operations["stations.getOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 辖区内的工作人员及其岗位、登录与代理 · Staff of a region: roles, sessions, deputies
         * @description Roles: administrator.
         */
        get: operations["administration.listStaff"];
        put?: never;
        /**
         * 申请新增工作人员，由另一位管理员批准后生效 · Ask for a member of staff; there is one once another administrator approves
         * @description Roles: administrator.
         */
        post: operations["approvals.requestStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待审批与已审批的申请 · What is to be approved, and what was decided
         * @description Roles: administrator.
         */
        get: operations["approvals.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批准或不批准一项申请；不能批准自己的 · Approve a request or refuse it; never one’s own
         * @description Roles: administrator.
         */
        post: operations["approvals.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/role-audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 岗位日志：申请、授予、委托与代理登录 · The log of roles: asked for, granted, delegated, used by deputies
         * @description Roles: administrator.
         */
        get: operations["approvals.audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我给出的与我受托的委托 · Delegations I gave and got
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["approvals.listDelegations"];
        put?: never;
        /**
         * 休假期间把我的岗位委托给同事 · Delegate my role to a colleague for a while
         * @description Roles: committee, station, official, administrator.
         */
        post: operations["approvals.delegate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提前结束委托，代理登录随即失效 · End a delegation before its time; its sessions are closed
         * @description Roles: committee, station, official, administrator.
         */
        post: operations["approvals.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 管理员做过的审计查询 · Searches of the log that administrators made
         * @description Roles: administrator.
         */
        get: operations["administration.listSearches"];
        put?: never;
        /**
         * 查阅审计：谁在何时看过谁的资料；每次查询本身也记入日志 · Who looked at whose data and when; each search is written down itself
         * @description Roles: administrator.
         */
        post: operations["administration.search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各服务未能处理的事件（死信），不含内容 · Events that services could not take, without what they say
         * @description Roles: administrator.
         */
        get: operations["administration.listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 谁重新投递过死信 · Who had dead letters delivered again
         * @description Roles: administrator.
         */
        get: operations["administration.listReplays"];
        put?: never;
        /**
         * 原因排除后重新投递一封死信，或一个服务的全部死信 · Deliver one dead letter again, or all of a service, when the cause is mended
         * @description Roles: administrator.
         */
        post: operations["administration.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{id}/disabling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 停用一名工作人员的账号，其登录随即失效；不能恢复 · Take a member of staff off: sessions end at once, for good
         * @description Roles: administrator.
         */
        post: operations["accounts.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重置一名工作人员的密码：给出一次性密码，须换成自己的密码 · Reset a password: gives a one-time password that must be replaced
         * @description Roles: administrator.
         */
        post: operations["accounts.resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 修改我的密码，我的其他登录随即失效 · Change my password; my other sessions end
         * @description Roles: committee, station, official, administrator.
         */
        post: operations["accounts.changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/staff/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 用一次性密码设置自己的密码，随即登录 · Replace a one-time password, and be signed in
         * @description Roles: public.
         */
        post: operations["accounts.replacePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 志愿者列表 · Volunteers in a region
         * @description Roles: committee, station, administrator.
         */
        get: operations["volunteers.list"];
        put?: never;
        /**
         * 志愿者实名注册 · Register a volunteer with the real name
         * @description Roles: volunteer, committee, station.
         */
        post: operations["volunteers.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 核对一份注册信息，不保存 · Check a registration without keeping anything
         * @description Roles: committee, station.
         */
        post: operations["volunteers.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 志愿者 · A volunteer
         * @description Roles: volunteer, committee, station, administrator.
         */
        get: operations["volunteers.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 实名核验 · Decide on the real name
         * @description Roles: committee, station.
         */
        post: operations["volunteers.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 迁移记录 · Where a volunteer lived before
         * @description Roles: volunteer, committee, station, administrator.
         */
        get: operations["volunteers.listMoves"];
        put?: never;
        /**
         * 迁往另一社区或城市 · Move to another community or city
         * @description Roles: volunteer, committee, station, administrator.
         */
        post: operations["volunteers.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteer-merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待批准与已决定的合并 · Merges that wait for approval, and those decided on
         * @description Roles: committee, station, administrator.
         */
        get: operations["merges.list"];
        put?: never;
        /**
         * 提出把同一人的两条注册合并，由另一位工作人员批准后生效 · Propose that two registrations of one person become one; another member of staff approves
         * @description Roles: committee, station, administrator.
         */
        post: operations["merges.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteer-merges/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批准或不批准一项合并，批准后不可撤销；不能批准自己提出的 · Approve a merge, for good, or refuse it; never approve one’s own
         * @description Roles: committee, station, administrator.
         */
        post: operations["merges.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/{volunteerId}/qualifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记一项资质：本人声明，或窗口见证件后登记 · Record a qualification: declared by the volunteer, or at the desk that has seen the document
         * @description Roles: volunteer, committee, station.
         */
        post: operations["qualifications.declare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/{id}/qualifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一名志愿者的资质 · Qualifications of a volunteer
         * @description Roles: volunteer, committee, station.
         */
        get: operations["qualifications.listOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/qualifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 辖区内的资质，可只看待核验的 · Qualifications in a region, for instance those to be verified
         * @description Roles: committee, station.
         */
        get: operations["qualifications.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/qualifications/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 核验或不予认可一项资质 · Verify a qualification, or refuse it
         * @description Roles: committee, station.
         */
        post: operations["qualifications.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/qualifications/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回我的一项资质 · Take a qualification of mine back
         * @description Roles: volunteer.
         */
        post: operations["qualifications.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guardian-consent-text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 监护人同意书的现行文本 · What a guardian is asked to consent to
         * @description Roles: public.
         */
        get: operations["guardians.readText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/{volunteerId}/guardian-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记监护人的同意（到场或签字） · Write a guardian’s consent down, given in person or on paper
         * @description Roles: committee, station.
         */
        post: operations["guardians.give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/{id}/guardian-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一名未成年志愿者的监护人同意 · Consents of the guardians of a minor
         * @description Roles: volunteer, committee, station.
         */
        get: operations["guardians.listOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guardian-consents/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 监护人撤回同意，立即生效，无需理由 · A guardian withdraws, at once and without a reason
         * @description Roles: committee, station.
         */
        post: operations["guardians.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/coming-of-age": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 我已满 18 周岁，不再需要监护人同意 · I am 18 by now and need no guardian’s consent
         * @description Roles: volunteer.
         */
        post: operations["guardians.comeOfAge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consent-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各项同意书的现行文本 · What one is asked to consent to
         * @description Roles: public.
         */
        get: operations["consents.readTexts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的同意 · My consents
         * @description Roles: volunteer.
         */
        get: operations["consents.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/consents/{purpose}/giving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 同意一项 · Consent to one purpose
         * @description Roles: volunteer.
         */
        post: operations["consents.give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/consents/{purpose}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回一项同意，立即生效，无需理由 · Withdraw a consent, at once and without a reason
         * @description Roles: volunteer.
         */
        post: operations["consents.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载关于我的全部信息 · Everything that is kept about me, as a file
         * @description Roles: volunteer, resident.
         */
        get: operations["owndata.readFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leaving-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 退出后销毁什么、保留什么及依据 · What leaving destroys, what it leaves, and why
         * @description Roles: public.
         */
        get: operations["departure.readTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退出并删除我的信息，不可撤销 · Leave and have my data deleted, for good
         * @description Roles: volunteer.
         */
        post: operations["departure.leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的证明；工作人员看辖区内的申请与证明 · My certificates; for staff those of the region
         * @description Roles: volunteer, committee, station.
         */
        get: operations["certificates.list"];
        put?: never;
        /**
         * 申请志愿服务记录证明 · Ask for a certificate of service
         * @description Roles: volunteer, committee, station.
         */
        post: operations["certificates.request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一份证明 · A certificate
         * @description Roles: volunteer, committee, station.
         */
        get: operations["certificates.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 受理证明申请（经办人） · Accept a request, as its handler
         * @description Roles: committee, station.
         */
        post: operations["certificates.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 出具证明（负责人），次日起公示 · Issue a certificate, as the person in charge; public notice follows
         * @description Roles: committee, station.
         */
        post: operations["certificates.issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销证明，或撤回申请 · Revoke a certificate, or withdraw one’s request
         * @description Roles: volunteer, committee, station.
         */
        post: operations["certificates.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 证明文件（PDF，带核验二维码） · The certificate to print, with a QR code to check it
         * @description Roles: volunteer.
         */
        get: operations["certificates.readPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/credential": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可离线核验的电子证明（W3C 可验证凭证） · The certificate as a W3C Verifiable Credential, to be checked offline
         * @description Roles: volunteer.
         */
        get: operations["certificates.readCredential"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificates/{id}/qr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 证明的核验二维码，可在手机上出示 · The QR code that checks the certificate, to show on a phone
         * @description Roles: volunteer.
         */
        get: operations["certificates.readQr"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open/certificates/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公开：核验一份证明是否有效 · Public: whether a certificate holds
         * @description Roles: public.
         */
        get: operations["certificates.check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公开：公示中的证明，姓名已遮住 · Public: certificates in public notice, names masked
         * @description Roles: public.
         */
        get: operations["certificates.listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open/certificates/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公开：核验电子证明的公钥 · Public: the keys that credentials are checked with
         * @description Roles: public.
         */
        get: operations["certificates.keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificate-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量受理或出具证明 · Accept or issue all certificates that wait
         * @description Roles: committee, station.
         */
        post: operations["certificatebatches.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/certificate-batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 批量办理的进度 · How far a batch is
         * @description Roles: committee, station.
         */
        get: operations["certificatebatches.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/stars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的星级与距下一星级 · My stars, and how far the next is
         * @description Roles: volunteer.
         */
        get: operations["stars.own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/star-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某地的星级标准（小时） · Hours of each star that hold in a division
         * @description Roles: public.
         */
        get: operations["stars.get"];
        put?: never;
        /**
         * 制定本市、本区的星级标准 · Set the hours of each star of a city or county
         * @description Roles: administrator.
         */
        post: operations["stars.set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/{volunteerId}/awards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 授予一项荣誉，写明理由 · Give an award, with the reason
         * @description Roles: station, official.
         */
        post: operations["honours.give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/{id}/awards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一名志愿者的荣誉 · Awards of a volunteer
         * @description Roles: volunteer, station, official, committee.
         */
        get: operations["honours.listOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/awards/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销一项荣誉，写明理由 · Revoke an award, with the reason
         * @description Roles: station, official.
         */
        post: operations["honours.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open/honours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公开：荣誉榜，只列本人同意公开的成年志愿者，姓名遮住 · Public: the honour list of adults who consent to it, names masked
         * @description Roles: public.
         */
        get: operations["honours.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 服务对象列表 · Residents in a region
         * @description Roles: committee, station.
         */
        get: operations["needs.listResidents"];
        put?: never;
        /**
         * 登记服务对象 · Register a resident
         * @description Roles: committee, station, resident.
         */
        post: operations["needs.registerResident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 需求列表 · Needs in a region
         * @description Roles: committee, station, resident, volunteer, official.
         */
        get: operations["needs.list"];
        put?: never;
        /**
         * 提出需求（可代发布） · Post a need, also on behalf of a resident
         * @description Roles: committee, station, resident, volunteer.
         */
        post: operations["needs.post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{residentId}/payment-ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我可以怎样为这位居民的需求付时间：公益、自己的积分、公共时间池 · How I may pay for a need of this resident: the city, my credits, the public pool
         * @description Roles: volunteer, resident.
         */
        get: operations["needs.listPaymentWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 看板每列的需求数 · How many needs each column of the board holds
         * @description Roles: committee, station, official.
         */
        get: operations["needs.count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 需求 · A need
         * @description Roles: committee, station, resident, volunteer, official.
         */
        get: operations["needs.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 居委会核实需求 · The committee has checked the need
         * @description Roles: committee.
         */
        post: operations["needs.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 社工站受理并发布 · The station takes the need on and opens an errand
         * @description Roles: station.
         */
        post: operations["needs.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回需求 · Reject the need
         * @description Roles: committee, station.
         */
        post: operations["needs.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消需求 · Cancel the need
         * @description Roles: committee, station, resident, volunteer.
         */
        post: operations["needs.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resident-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 账号与居民的关联 · Which accounts are which residents
         * @description Roles: resident, volunteer, committee, station.
         */
        get: operations["residentlinks.list"];
        put?: never;
        /**
         * 查找以我的手机号登记的居民 · Look for residents registered with my phone
         * @description Roles: resident, volunteer.
         */
        post: operations["residentlinks.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resident-links/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 核实本人：纸条、回访或当面 · Show that it is so: a slip, a call back, or at the desk
         * @description Roles: resident, volunteer, committee, station.
         */
        post: operations["residentlinks.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resident-links/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束关联，并退出该居民的登录 · End the link, and the sessions of the resident
         * @description Roles: resident, volunteer, committee, station.
         */
        post: operations["residentlinks.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/need-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某地可用的需求模板 · Templates of needs offered at a place
         * @description Roles: committee, station, resident, official, administrator.
         */
        get: operations["templates.list"];
        put?: never;
        /**
         * 新建模板或保存下一版 · Make a template, or the next version of one
         * @description Roles: station, official, administrator.
         */
        post: operations["templates.save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/need-templates/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 模板的各个版本 · Every version of a template
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["templates.versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kinship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 亲友关系列表 · Ties of a person
         * @description Roles: volunteer, resident, committee, station.
         */
        get: operations["kinship.list"];
        put?: never;
        /**
         * 登记亲友关系 · Declare a tie to a relative
         * @description Roles: volunteer, resident, committee, station.
         */
        post: operations["kinship.declare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kinship/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认亲友关系 · Confirm a tie that the other side declared
         * @description Roles: volunteer, resident, committee, station.
         */
        post: operations["kinship.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/kinship/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 解除亲友关系 · End a tie
         * @description Roles: volunteer, resident, committee, station.
         */
        post: operations["kinship.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{id}/birth-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记服务对象的出生日期 · Record a resident’s day of birth
         * @description Roles: committee, station.
         */
        post: operations["kinship.setBirthDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/need-series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 定期需求列表 · Needs that come again
         * @description Roles: committee, station, resident.
         */
        get: operations["series.list"];
        put?: never;
        /**
         * 提出定期需求 · Post a need that comes again
         * @description Roles: committee, station, resident.
         */
        post: operations["series.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/need-series/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 定期需求 · A need that comes again
         * @description Roles: committee, station, resident.
         */
        get: operations["series.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/need-series/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 居委会核实定期需求 · The committee has checked it
         * @description Roles: committee.
         */
        post: operations["series.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/need-series/{id}/skips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 跳过一天 · Leave one day out
         * @description Roles: committee, station, resident.
         */
        post: operations["series.skipDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/need-series/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束定期需求 · No more of it
         * @description Roles: committee, station, resident.
         */
        post: operations["series.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 转介列表（含超时） · Referrals, also the late ones
         * @description Roles: committee, station, official.
         */
        get: operations["referrals.list"];
        put?: never;
        /**
         * 转介需求 · Refer a need to another body
         * @description Roles: committee, station.
         */
        post: operations["referrals.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记或更换承接机构的联系人 · Say who at the body is in charge
         * @description Roles: committee, station.
         */
        post: operations["referrals.setContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/contact/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看联系人全名与电话（留痕） · The contact in full; the look is written down
         * @description Roles: committee, station, official.
         */
        post: operations["referrals.revealContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 转介 · A referral
         * @description Roles: committee, station, official.
         */
        get: operations["referrals.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 转介进展：发出、收到、接受、谢绝、办结、结案 · Send, receive, accept, decline, resolve or close a referral
         * @description Roles: committee, station, official.
         */
        post: operations["referrals.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/needs/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 需求全过程 · Everything that happened around a need
         * @description Roles: committee, station, official, resident.
         */
        get: operations["referrals.timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可接任务 · Open errands: newest, nearest or best match first
         * @description Roles: volunteer, station, committee.
         */
        get: operations["errands.feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 任务 · An errand
         * @description Roles: volunteer, committee, station, resident, official.
         */
        get: operations["errands.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/me/errands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的任务：已抢到、尚未完成 · What I have claimed and not finished
         * @description Roles: volunteer.
         */
        get: operations["errands.listHeld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 抢单 · Claim an errand
         * @description Roles: volunteer.
         */
        post: operations["errands.claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退单 · Give the errand back
         * @description Roles: volunteer.
         */
        post: operations["errands.release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签到 · Begin the service
         * @description Roles: volunteer.
         */
        post: operations["errands.checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签退 · End the service; a record of it begins
         * @description Roles: volunteer.
         */
        post: operations["errands.checkOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/contact-reveals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看联系方式（留痕） · See name, telephone and door; every look is audited
         * @description Roles: volunteer.
         */
        post: operations["errands.revealContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/stops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 多点任务各站进度 · The stops of an errand and how far it is
         * @description Roles: volunteer, committee, station.
         */
        get: operations["stops.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/stop-reveals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看各站地点与门牌（留痕） · See where the stops are; every look is audited
         * @description Roles: volunteer.
         */
        post: operations["stops.reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/stop-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 本站已办 · Check a stop off
         * @description Roles: volunteer.
         */
        post: operations["stops.checkOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/grabs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 抢单日志：谁、何时、为何未抢到 · Grab log of an errand: who, when, why lost
         * @description Roles: volunteer, station.
         */
        get: operations["grabbing.ofErrand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grabs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我未抢到的任务及原因 · What I did not get, and why
         * @description Roles: volunteer.
         */
        get: operations["grabbing.mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 收回“有人接手才退单” · Keep an errand that was offered to whoever takes over
         * @description Roles: volunteer.
         */
        post: operations["grabbing.keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/me/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的上岗状态 · Whether one is on duty
         * @description Roles: volunteer.
         */
        get: operations["matching.getDuty"];
        put?: never;
        /**
         * 上岗 · Go on duty
         * @description Roles: volunteer.
         */
        post: operations["matching.goOnDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/me/duty/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 下岗，位置即刻删除 · Go off duty; position and route are deleted
         * @description Roles: volunteer.
         */
        post: operations["matching.goOffDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/me/duty/times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 班次、免打扰时段与每日提醒上限 · Shift times, quiet hours and the most alerts a day
         * @description Roles: volunteer.
         */
        post: operations["matching.setDutyTimes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/me/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更新大致位置或路线 · Tell a newer rough position or route
         * @description Roles: volunteer.
         */
        post: operations["matching.tellPosition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/me/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的提醒 · What one is asked
         * @description Roles: volunteer.
         */
        get: operations["matching.listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 现在不行 · Not now
         * @description Roles: volunteer.
         */
        post: operations["matching.refuseAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 接受，即抢单 · Accept: a claim whose id is that of the alert
         * @description Roles: volunteer.
         */
        post: operations["matching.acceptAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unclaimed-errands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 无人接单的任务 · Errands nobody took in time
         * @description Roles: station, committee.
         */
        get: operations["matching.listQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errand-map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 开放任务与在岗志愿者的分布（只有数量） · Where errands are open and how many are on duty, as counts
         * @description Roles: station.
         */
        get: operations["matching.getMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/courier-sites/{siteId}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个快递站点的志愿者每周的班次 · Weekly shift times of those who ride for a site
         * @description Roles: station.
         */
        get: operations["matching.getSiteShifts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可派单人选及理由 · Who could be asked for an errand, and why
         * @description Roles: station.
         */
        get: operations["matching.listCandidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/dispatches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 派单：逐一征询 · Dispatch: volunteers are asked one after another
         * @description Roles: station.
         */
        post: operations["matching.dispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispatches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 派单进展 · How far a dispatch has come
         * @description Roles: station.
         */
        get: operations["matching.getDispatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/me/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可订阅的微信消息与剩余次数；未开通则为空 · Messages one may accept from WeChat, and how many are left; empty where switched off
         * @description Roles: volunteer.
         */
        get: operations["messages.templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/me/messages/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 记下对微信订阅询问的回答：同意一次，发一条 · Keep what one answered when WeChat asked: a yes is one message
         * @description Roles: volunteer.
         */
        post: operations["messages.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/door-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 出示或打印任务二维码 · A signed code for an errand, to show or to print
         * @description Roles: committee, station, resident.
         */
        post: operations["serving.issueErrandCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{id}/door-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 打印门上的二维码 · A signed code for a door
         * @description Roles: committee, station, resident.
         */
        post: operations["serving.issueDoorCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记可离线签名的设备 · Register a device that signs offline
         * @description Roles: volunteer.
         */
        post: operations["serving.registerDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/devices/{id}/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 停用设备 · Retire a device
         * @description Roles: volunteer.
         */
        post: operations["serving.retireDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offline-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传离线签到或签退 · Send a step that was taken without a network
         * @description Roles: volunteer.
         */
        post: operations["serving.sendOffline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reveals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 谁看过我的姓名、电话、门牌 · Who looked at my name, telephone and door
         * @description Roles: volunteer, resident, committee, station.
         */
        get: operations["reveals.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/delays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 告知将迟到 · Say that one will be late
         * @description Roles: volunteer.
         */
        post: operations["safety.runLate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/emergencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 紧急求助 · Call the station for help
         * @description Roles: volunteer.
         */
        post: operations["safety.raiseEmergency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 迟到与求助 · Delays and emergencies in a region
         * @description Roles: committee, station.
         */
        get: operations["safety.listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 已知悉 · A person has seen it
         * @description Roles: committee, station.
         */
        post: operations["safety.acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/errands/{errandId}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 通过中转号码通话 · A number to call the other side by
         * @description Roles: volunteer, resident.
         */
        post: operations["safety.arrangeCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 服务记录列表 · Service records
         * @description Roles: volunteer, committee, station.
         */
        get: operations["records.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 服务记录 · A service record
         * @description Roles: volunteer, committee, station, resident.
         */
        get: operations["records.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-records/{id}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认服务记录 · Confirm the service
         * @description Roles: volunteer, committee, station, resident.
         */
        post: operations["records.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-records/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 服务记录的确认与各版本 · Confirmations and versions of a record
         * @description Roles: volunteer, resident, committee, station.
         */
        get: operations["records.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-records/{recordId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提出更正或作废 · Propose a correction, or that the record is void
         * @description Roles: committee, station.
         */
        post: operations["records.proposeCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 由另一岗位复核更正 · Apply or decline a correction, by another role
         * @description Roles: committee, station.
         */
        post: operations["records.decideCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 更正列表 · Corrections in a region
         * @description Roles: committee, station.
         */
        get: operations["records.listCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-records/{recordId}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 对待确认的记录提出争议 · Dispute a record before it is confirmed
         * @description Roles: resident, committee, station.
         */
        post: operations["records.dispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-records/{recordId}/dispute-settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 社工站裁定争议 · Settle the dispute
         * @description Roles: station.
         */
        post: operations["records.settleDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-records/{recordId}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提出异议 · Object to a confirmed or void record
         * @description Roles: volunteer, resident, committee.
         */
        post: operations["records.object"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections/{id}/investigation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 社工站受理异议 · Take an objection on
         * @description Roles: station.
         */
        post: operations["records.investigateObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 裁定异议 · Uphold or dismiss an objection
         * @description Roles: station.
         */
        post: operations["records.decideObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 异议列表 · Objections, of a region or your own
         * @description Roles: volunteer, resident, committee, station.
         */
        get: operations["records.listObjections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hazards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 隐患列表 · Hazards in a region, or one’s own
         * @description Roles: volunteer, resident, committee, station, official.
         */
        get: operations["hazards.list"];
        put?: never;
        /**
         * 隐患上报 · Report a hazard; committee and station have it at once
         * @description Roles: volunteer, resident, committee, station.
         */
        post: operations["hazards.report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hazards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 隐患 · A hazard
         * @description Roles: volunteer, resident, committee, station, official.
         */
        get: operations["hazards.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hazards/{id}/handling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 隐患已处理 · It is dealt with, and how
         * @description Roles: committee, station.
         */
        post: operations["hazards.handle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hazards/{id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 向上报人反馈 · Tell everybody who reported it
         * @description Roles: committee, station.
         */
        post: operations["hazards.feedBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hazards/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 隐患已消除，结案 · It is gone
         * @description Roles: volunteer, resident, committee, station.
         */
        post: operations["hazards.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hazards/{id}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 隐患仍在 · It is still there
         * @description Roles: volunteer, resident, committee, station.
         */
        post: operations["hazards.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 任务或隐患的照片 · Photos of an errand or a hazard
         * @description Roles: volunteer, resident, committee, station.
         */
        get: operations["photos.list"];
        put?: never;
        /**
         * 上传照片：服务、购物小票、隐患、处理结果 · Add a photo: of a service, a receipt, a hazard, or what was done about it
         * @description Roles: volunteer, resident, committee, station.
         */
        post: operations["photos.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/photos/{id}/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 照片图像 · The picture of a photo
         * @description Roles: volunteer, resident, committee, station.
         */
        get: operations["photos.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/me/portrait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的照片，与服务对象所见相同 · My portrait, as those see it to whom I come
         * @description Roles: volunteer.
         */
        get: operations["portraits.own"];
        put?: never;
        /**
         * 设置照片：裁成 96×96 像素的小图，原图不保存 · Set my portrait: cropped to 96 × 96 pixels, nothing else of it is kept
         * @description Roles: volunteer.
         */
        post: operations["portraits.set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/volunteers/me/portrait/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 删除我的照片 · Delete my portrait
         * @description Roles: volunteer.
         */
        post: operations["portraits.remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/portrait-reveals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 看来的人的照片（留痕）：服务对象与替其求助的家人，接单至签退之间 · See who comes; for the resident and the relative who asked, from claim to check-out; every look is audited
         * @description Roles: volunteer, resident.
         */
        post: operations["portraits.comer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 代购报销列表 · Purchases of a region, or one’s own
         * @description Roles: volunteer, committee, station.
         */
        get: operations["purchases.list"];
        put?: never;
        /**
         * 代购报销：提交金额与小票 · Submit what was bought on an errand, with its receipt
         * @description Roles: volunteer.
         */
        post: operations["purchases.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchases/{id}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 已付给志愿者 · It was paid back to the volunteer
         * @description Roles: committee, station.
         */
        post: operations["purchases.pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchases/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回报销并说明原因 · Refuse it, and say why
         * @description Roles: committee, station.
         */
        post: operations["purchases.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/purchases/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 志愿者确认已收到 · The volunteer has received the money
         * @description Roles: volunteer.
         */
        post: operations["purchases.receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/hardship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 困难群体人数（一人只计一次） · Residents in hardship, each counted once
         * @description Roles: committee, station, official.
         */
        get: operations["hardship.count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/call-backs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待回访的服务记录 · Records that wait for the resident’s word, the oldest first
         * @description Roles: committee, station.
         */
        get: operations["confirming.listCallBacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-records/{recordId}/call-backs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记一次电话回访 · Write a call to the resident down
         * @description Roles: committee, station.
         */
        post: operations["confirming.callBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/paper-slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 打印确认纸条 · Print slips that confirm one service each
         * @description Roles: committee, station.
         */
        post: operations["confirming.printSlips"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{residentId}/paper-slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 居民的确认纸条及其状态 · A resident’s slips and what became of each
         * @description Roles: committee, station.
         */
        get: operations["confirming.listSlips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/residents/{residentId}/paper-slips/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作废遗失的纸条，可同时补打 · Cancel lost slips, and print new ones where wished
         * @description Roles: committee, station.
         */
        post: operations["confirming.cancelSlips"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overdue-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 将到期与已逾期的服务记录 · Records at eight working days after the service or beyond ten
         * @description Roles: committee, station, official.
         */
        get: operations["confirming.listOverdue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pair-flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 互相确认过于频繁的两人 · Pairs who confirm each other strikingly often
         * @description Roles: station.
         */
        get: operations["confirming.listPairFlags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pair-flags/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 核查提示 · Say what looking into it found
         * @description Roles: station.
         */
        post: operations["confirming.reviewPair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申报本人其他账户或亲属 · Declare another account of a volunteer, or family
         * @description Roles: volunteer, committee, station.
         */
        post: operations["confirming.declareTie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ties/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束申报的关系 · End a declared tie
         * @description Roles: station.
         */
        post: operations["confirming.endTie"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-records/{recordId}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 服务后评价 · Say how the service went
         * @description Roles: volunteer, resident, committee.
         */
        post: operations["feedback.give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 评价列表（本人与社工站可见） · Feedback, for the station and those it is between
         * @description Roles: volunteer, resident, station.
         */
        get: operations["feedback.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/no-shows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 爽约记录 · No-shows, of a region or your own
         * @description Roles: volunteer, station.
         */
        get: operations["feedback.listNoShows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/no-shows/{id}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 对爽约申诉 · Appeal against a no-show
         * @description Roles: volunteer.
         */
        post: operations["feedback.appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/no-shows/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 裁定申诉 · Decide on an appeal
         * @description Roles: station.
         */
        post: operations["feedback.decideAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 暂停接单 · Suspensions, of a region or your own
         * @description Roles: volunteer, station.
         */
        get: operations["feedback.listSuspensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suspensions/{id}/review-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请复核暂停 · Ask for a review of your suspension
         * @description Roles: volunteer.
         */
        post: operations["feedback.askReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suspensions/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 复核暂停 · Lift or keep a suspension
         * @description Roles: station.
         */
        post: operations["feedback.reviewSuspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{ownerId}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 时间积分余额 · Balance of time credits
         * @description Roles: volunteer, resident.
         */
        get: operations["ledger.getBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{ownerId}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 时间积分明细 · Statement of time credits
         * @description Roles: volunteer, resident.
         */
        get: operations["ledger.getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 开立账户 · Open an account
         * @description Roles: administrator.
         */
        post: operations["ledger.openAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{accountId}/floor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 设定透支下限 · Set how low the balance may fall
         * @description Roles: administrator.
         */
        post: operations["ledger.setFloor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{accountId}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 关闭账户 · Close an account
         * @description Roles: administrator.
         */
        post: operations["ledger.closeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regions/{region}/solvency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 时间积分偿付能力 · Whether the credits of a region can be redeemed
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["ledger.getSolvency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 账本自查 · What the ledger says of itself
         * @description Roles: official, administrator.
         */
        get: operations["ledger.audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{ownerId}/statement/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 时间积分明细文件：表格或打印页 · Statement of time credits as a file: a sheet, or a page to print
         * @description Roles: volunteer, resident, committee, station, administrator.
         */
        get: operations["statements.readFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 把时间积分转赠给亲友 · Give credits to a relative
         * @description Roles: volunteer, resident.
         */
        post: operations["redemption.gift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/donations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 把时间积分捐入公共时间池 · Donate credits to the public pool
         * @description Roles: volunteer, resident.
         */
        post: operations["redemption.donate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可兑换物品 · Goods for credits
         * @description Roles: volunteer, resident, station, committee, official.
         */
        get: operations["goods.list"];
        put?: never;
        /**
         * 社工站提供可兑换物品 · A station offers goods for credits
         * @description Roles: station.
         */
        post: operations["goods.offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods/{id}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更改价格、库存或撤下 · Change price or stock, or withdraw
         * @description Roles: station.
         */
        post: operations["goods.change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods/{goodsId}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 用时间积分兑换物品 · Order goods for credits
         * @description Roles: volunteer, resident.
         */
        post: operations["goods.order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 兑换单 · Orders of goods
         * @description Roles: volunteer, resident, station.
         */
        get: operations["goods.listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods-orders/{id}/collection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 凭取货码领取 · Hand the goods over against the code
         * @description Roles: station.
         */
        post: operations["goods.collect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods-orders/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消兑换 · Cancel an order
         * @description Roles: volunteer, resident, station.
         */
        post: operations["goods.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 已发布的每日账本摘要 · Published daily heads of the ledger
         * @description Roles: public.
         */
        get: operations["evidence.listHeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/heads/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某日的账本摘要 · The ledger’s head of a day
         * @description Roles: public.
         */
        get: operations["evidence.getHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/transfers/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本人一笔时间积分的凭证 · Receipt of a transfer of one’s own
         * @description Roles: volunteer, resident.
         */
        get: operations["evidence.proveTransfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/receipts/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 核对凭证是否在已发布的摘要中 · Check a receipt against a published head
         * @description Roles: public.
         */
        post: operations["evidence.checkReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy-presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各地政策范例 · Policies of cities to begin from
         * @description Roles: official, administrator.
         */
        get: operations["policies.presets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cities/{cityCode}/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本市时间积分政策的各版本 · Versions of a city’s policy on time credits
         * @description Roles: volunteer, resident, committee, station, official, administrator.
         */
        get: operations["policies.list"];
        put?: never;
        /**
         * 通过政策的新版本 · Adopt versions of a policy
         * @description Roles: administrator.
         */
        post: operations["policies.adopt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cities/{cityCode}/policies/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按拟定政策试算过去一段时间 · Replay past days under a proposed policy, writing nothing
         * @description Roles: administrator.
         */
        post: operations["policies.dryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-records/{id}/earning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一条服务记录折算的时间积分及原因 · What a service record was credited, and why not more
         * @description Roles: volunteer, committee, station, administrator.
         */
        get: operations["policies.getEarning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cities/{cityCode}/pool-fundings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本市向公共时间池的历次注入及原因 · What a city put into its public pool, and why
         * @description Roles: volunteer, resident, committee, station, official, administrator.
         */
        get: operations["pool.list"];
        put?: never;
        /**
         * 向公共时间池注入时间积分 · Put credits of the city into its public pool
         * @description Roles: administrator.
         */
        post: operations["pool.fund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{ownerId}/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 账户持有人去世或迁出：按政策结清账户 · Settle the account of who died or left the region, as the policy says
         * @description Roles: administrator.
         */
        post: operations["pool.settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 区域合计 · Totals of a region over days
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["reports.getTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/breakdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 按下一级区划分列 · Totals by the divisions one level below
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["reports.getBreakdown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/hazards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 隐患统计与结案用时 · Hazards by category, and the time to closure
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["reports.hazards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 逐日合计 · Totals of each day
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["reports.getDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某日计入的每一次服务 · The services that count on a day
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["reports.listServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 某日某项数字由哪些需求、任务、代购步骤组成 · The steps of needs, errands and purchases that a figure of a day counts
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["reports.listSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 每日一报：发布时的数与历次修订 · The daily report as it was published, with its revisions
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["reports.getDaily"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/daily/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 修订已发布的一天，须说明原因 · Revise a published day, with the reason
         * @description Roles: official, administrator.
         */
        post: operations["reports.reviseDaily"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 与数据所有者核对合计，可重建 · Compares totals with their owners’ own counts; puts them right where asked
         * @description Roles: administrator.
         */
        post: operations["reports.reconcile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/time-to-claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 等待接单时间：中位数与 95 分位 · Time-to-claim, p50 and p95, by need type, hour or division
         * @description Roles: station, official, administrator.
         */
        get: operations["reports.getTimeToClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 周报、月报、年报：发布时的数与历次修订 · The weekly, monthly or yearly report as it was published, with its revisions
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["comparisons.getPeriod"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/periods/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 修订已发布的周、月、年，须说明原因 · Revise a published week, month or year, with the reason
         * @description Roles: official, administrator.
         */
        post: operations["comparisons.revisePeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 同比：与上年同期比较 · Year on year: the same days a year before
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["comparisons.compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下一级区划排名：按数量或按每千人 · The divisions one level below, ranked by a figure or by it to a thousand people
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["comparisons.rank"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/ratios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 比率与覆盖率，写明分母及其来源 · Ratios and coverage, each with its denominator and where that comes from
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["comparisons.getRatios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/ratios/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下一级各区划的比率与覆盖率，一次读出 · Ratios and coverage of every division one level below, in one reading
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["comparisons.getRatiosOfParts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 服务的人数与户数：每月或每年，各人各户只算一次 · Different people and households served in a month or year
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["comparisons.getRecipients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 辖区内的报告订阅 · Subscriptions to reports of your region
         * @description Roles: official, administrator.
         */
        get: operations["subscriptions.list"];
        put?: never;
        /**
         * 订阅已发布的报告：签名后推送到你的地址 · Have published reports sent to your address, signed
         * @description Roles: official, administrator.
         */
        post: operations["subscriptions.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个订阅与最近的推送 · A subscription and its newest deliveries
         * @description Roles: official, administrator.
         */
        get: operations["subscriptions.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/subscriptions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束订阅 · End a subscription
         * @description Roles: official, administrator.
         */
        post: operations["subscriptions.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/subscriptions/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新推送已放弃的报告 · Send again what was given up
         * @description Roles: official, administrator.
         */
        post: operations["subscriptions.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 合计、分列、逐日、同比与已发布的报告：表格文件，或带图的 PDF · Totals, breakdowns, days, comparisons and published reports as a sheet, or as PDF with charts
         * @description Roles: committee, station, official, administrator.
         */
        get: operations["reportfiles.readFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公开：一个区划一个月的合计，小于 5 的数不给出 · Public: the totals of a division and month, without figures below 5
         * @description Roles: public.
         */
        get: operations["open.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open/totals/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公开：同上，开放数据文件 · Public: the same as a file of open data
         * @description Roles: public.
         */
        get: operations["open.readFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 社工站一周值班表 · A week of shifts at the stations
         * @description Roles: station.
         */
        get: operations["staffshifts.week"];
        put?: never;
        /**
         * 排一个班 · Put somebody on a shift
         * @description Roles: station.
         */
        post: operations["staffshifts.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-shifts/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消一个班 · Take a shift off the week
         * @description Roles: station.
         */
        post: operations["staffshifts.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个区划及其下级登记的统计数，每项为最新版本 · Records of a region and all inside it, each in its newest version
         * @description Roles: station, official, administrator.
         */
        get: operations["statistics.list"];
        put?: never;
        /**
         * 登记一项对外公布的统计数 · Enter a figure that a station publishes
         * @description Roles: station, official, administrator.
         */
        post: operations["statistics.enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量登记，全部或全不 · Enter many at once, all or none
         * @description Roles: station, official, administrator.
         */
        post: operations["statistics.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更正：增加一个版本 · Correct a record by a version more
         * @description Roles: station, official, administrator.
         */
        post: operations["statistics.correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statistics/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一条记录的全部版本 · Every version of a record
         * @description Roles: public.
         */
        get: operations["statistics.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公开：一个区划公布的统计数，保留“近、余”等限定 · Public: the figures of a region, with their qualifiers
         * @description Roles: public.
         */
        get: operations["statistics.figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记一项有目标的专项行动 · Enter a campaign with its goal
         * @description Roles: station, official, administrator.
         */
        post: operations["campaigns.enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量登记专项行动，全部或全不 · Enter many campaigns, all or none
         * @description Roles: station, official, administrator.
         */
        post: operations["campaigns.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更正目标或撤回：增加一个版本 · Correct the goal or withdraw, by a version more
         * @description Roles: station, official, administrator.
         */
        post: operations["campaigns.correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一项行动的全部版本 · Every version of a campaign
         * @description Roles: public.
         */
        get: operations["campaigns.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公开：专项行动的目标、已达到数与百分比 · Public: campaigns with target, reached and per cent
         * @description Roles: public.
         */
        get: operations["campaigns.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 辖区内的问题日志 · The log of the region
         * @description Roles: station, official, administrator.
         */
        get: operations["problems.list"];
        put?: never;
        /**
         * 登记一条问题日志 · Log what somebody asked for
         * @description Roles: station, official, administrator.
         */
        post: operations["problems.log"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problems/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量登记问题日志，全部或全不 · Log many, all or none
         * @description Roles: station, official, administrator.
         */
        post: operations["problems.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problems/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办理、转介、办结或更正：增加一个版本 · Handle, refer, close or correct, by a version more
         * @description Roles: station, official, administrator.
         */
        post: operations["problems.correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problems/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一条问题日志的全部版本 · Every version of an entry
         * @description Roles: station, official, administrator.
         */
        get: operations["problems.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problems/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 按类别统计登记、转介与办结 · How many were logged, referred and closed, by category
         * @description Roles: station, official, administrator.
         */
        get: operations["problems.count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        SignedIn: {
            /** @description Sent as `Authorization: Bearer …`; lives some minutes. */
            accessToken: string;
            expiresInSeconds: number;
            /** @description Used once; a refresh gives the next. */
            refreshToken: string;
            /** Format: date-time */
            refreshExpiresAt: string;
            /** Format: uuid */
            actorId: string;
            /** @enum {string} */
            role: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator";
            region?: string;
            /** Format: uuid */
            organisationId?: string;
        };
        Nothing: Record<string, never>;
        Done: {
            /** Format: uuid */
            id: string;
        };
        Me: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator";
            /** @description Where the role holds; absent for volunteers and residents. */
            region?: string;
            /** Format: uuid */
            organisationId?: string;
        };
        SecondFactorSecret: {
            /** @description Base32, RFC 4648, to be typed in. */
            secret: string;
            /** @description otpauth:// address, to be scanned. */
            uri: string;
        };
        RecoveryCodes: {
            /** @description Each signs in once in place of a code. Shown only now. */
            items: components["schemas"]["RecoveryCode"][];
        };
        RecoveryCode: {
            code: string;
        };
        SessionList: {
            /** @description Open ones, the newest first. */
            items: components["schemas"]["SessionView"][];
        };
        SessionView: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description The one this list was asked for with. */
            isCurrent: boolean;
        };
        RegionDetail: {
            /** @description Always 12 digits. */
            code: string;
            name: string;
            /** @enum {string} */
            level: "province" | "city" | "county" | "township" | "community";
            parentCode?: string;
            /** @description The divisions one level below. */
            children: components["schemas"]["RegionView"][];
        };
        RegionView: {
            /** @description Always 12 digits. */
            code: string;
            name: string;
            /** @enum {string} */
            level: "province" | "city" | "county" | "township" | "community";
            parentCode?: string;
        };
        OrganisationView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "guidanceCentre" | "countyHubStation" | "socialWorkStation" | "socialWorkRoom" | "residentsCommittee" | "villagersCommittee" | "courierSite" | "operatingOrganization" | "civilAffairsBureau";
            name: string;
            /** @description The division it serves. */
            region: string;
            point?: components["schemas"]["Point"];
            /** @description Public telephone. */
            phone?: string;
        };
        Point: {
            longitude: number;
            latitude: number;
        };
        OrganisationPage: {
            items: components["schemas"]["OrganisationView"][];
            nextCursor?: string;
        };
        ApprovalView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "staffRole";
            /** @description Where it takes effect; who approves must answer for all of it. */
            region: string;
            /** @enum {string} */
            state: "requested" | "approved" | "refused" | "expired";
            /** @description The member of staff there will be. */
            staff: components["schemas"]["StaffView"];
            /** Format: uuid */
            requestedBy: string;
            /** Format: date-time */
            requestedAt: string;
            /**
             * Format: date-time
             * @description From this instant it can be approved no more.
             */
            expiresAt: string;
            /** Format: uuid */
            decidedBy?: string;
            /** Format: date-time */
            decidedAt?: string;
        };
        StaffView: {
            /** Format: uuid */
            id: string;
            userName: string;
            displayName: string;
            /** @enum {string} */
            role: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator";
            /** Format: uuid */
            organisationId?: string;
            region: string;
        };
        ApprovalPage: {
            /** @description The newest first. */
            items: components["schemas"]["ApprovalView"][];
            nextCursor?: string;
        };
        AuditPage: {
            /** @description The newest first. */
            items: components["schemas"]["AuditEntry"][];
            nextCursor?: string;
        };
        AuditEntry: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            action: "roleRequested" | "roleGranted" | "roleRefused" | "roleDelegated" | "delegationEnded" | "deputySignedIn" | "accountDisabled" | "passwordReset" | "passwordChanged";
            /**
             * @description The role it was about.
             * @enum {string}
             */
            role: "committee" | "station" | "official" | "administrator";
            /** @description Where that role holds. */
            region: string;
            /**
             * Format: uuid
             * @description The member of staff who has or is to have it.
             */
            subjectId: string;
            /** @description Who did it; a service’s name for `system`. */
            byId: string;
            /** @enum {string} */
            byRole: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator" | "system";
            /**
             * Format: uuid
             * @description The approval or delegation it belongs to.
             */
            causeId?: string;
            /**
             * Format: uuid
             * @description Who did it stood in for somebody, by this delegation.
             */
            delegationId?: string;
            /** Format: date-time */
            at: string;
        };
        DelegationView: {
            /** Format: uuid */
            id: string;
            /** @description By who asks; otherwise who asks stands in. */
            isGiven: boolean;
            /** @description Who is away. */
            fromUserName: string;
            /** @description Who stands in. */
            toUserName: string;
            /** @enum {string} */
            role: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator";
            region: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /**
             * Format: date-time
             * @description Ended before its time.
             */
            endedAt?: string;
        };
        DelegationList: {
            /** @description The newest first. */
            items: components["schemas"]["DelegationView"][];
        };
        StaffPage: {
            /** @description The newest first. */
            items: components["schemas"]["StaffListItem"][];
            nextCursor?: string;
        };
        StaffListItem: {
            /** Format: uuid */
            id: string;
            userName: string;
            displayName: string;
            /** @enum {string} */
            role: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator";
            /** Format: uuid */
            organisationId?: string;
            region: string;
            /**
             * Format: date-time
             * @description When the role was granted.
             */
            since: string;
            /** @description Signs in with a second factor. */
            hasSecondFactor: boolean;
            /** @description Sessions open now. */
            openSessions: number;
            /**
             * Format: date-time
             * @description Taken off then; nobody signs in with the account any more.
             */
            disabledAt?: string;
            deputy?: components["schemas"]["RunningDeputy"];
        };
        RunningDeputy: {
            userName: string;
            /** Format: date-time */
            until: string;
        };
        FoundReveals: {
            /** @description The newest first. */
            items: components["schemas"]["FoundReveal"][];
            nextCursor?: string;
        };
        FoundReveal: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            viewerRole: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator";
            /** Format: uuid */
            viewerId: string;
            /** @description Masked; of volunteers. */
            viewerName?: string;
            fields: ("name" | "phone" | "door" | "stops" | "phoneByRelay" | "position" | "portrait")[];
            /**
             * Format: uuid
             * @description The errand it was for.
             */
            errandId?: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: uuid
             * @description Whose data was shown.
             */
            personId: string;
            /** @description Where that person lives. */
            communityCode: string;
        };
        RevealSearchPage: {
            /** @description The newest first. */
            items: components["schemas"]["RevealSearchView"][];
            nextCursor?: string;
        };
        RevealSearchView: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The administrator who searched.
             */
            byId: string;
            /** @description What the search could see. */
            region: string;
            /** Format: uuid */
            personId?: string;
            /** Format: uuid */
            viewerId?: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description A further page of the search before. */
            isFurtherPage: boolean;
            /** Format: date-time */
            at: string;
        };
        DeadLetterPage: {
            /** @description The oldest first. */
            items: components["schemas"]["DeadLetterView"][];
            nextCursor?: string;
        };
        DeadLetterView: {
            /** @description Place in the stream of dead letters. */
            sequence: number;
            /** @enum {string} */
            consumer: "gateway" | "volunteers" | "stations" | "tasks" | "ledger" | "reporting";
            /** @description Of the events: errand.claimed. */
            subject: string;
            /** @description Zero where nobody can read it. */
            eventCount: number;
            /** @description The kind of error alone; its words are in the log of the service. */
            errorType: string;
            /** @description It can be read, so that delivering it again may help. */
            isReplayable: boolean;
            /**
             * Format: date-time
             * @description When it was given up.
             */
            at: string;
        };
        ReplayedDeadLetters: {
            /** @description Delivered again by this request. */
            replayed: number;
            /** @description There were more: ask again with the same id. */
            hasMore: boolean;
        };
        ReplayPage: {
            /** @description The newest first. */
            items: components["schemas"]["ReplayView"][];
            nextCursor?: string;
        };
        ReplayView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            consumer: "gateway" | "volunteers" | "stations" | "tasks" | "ledger" | "reporting";
            /** @description Of the one letter; absent for all there were. */
            sequence?: number;
            /**
             * Format: uuid
             * @description The administrator who asked.
             */
            byId: string;
            /** Format: date-time */
            at: string;
        };
        OneTimePassword: {
            /** @description Shown only now; signs nobody in, but lets a new password be chosen once. */
            password: string;
            /**
             * Format: date-time
             * @description From this instant it is good for nothing.
             */
            expiresAt: string;
        };
        VolunteerView: {
            /** Format: uuid */
            id: string;
            /** @description region6 + year + sequence7 + Luhn digit */
            volunteerNumber: string;
            /** @description Masked. */
            name: string;
            /** @description Masked. */
            phone: string;
            /**
             * @description Absent: a resident identity card or residence permit.
             * @enum {string}
             */
            documentType?: "residentId" | "hongKongMacaoPermit" | "taiwanPermit" | "passport" | "foreignPermanentResident";
            /** @description Masked. */
            idNumber: string;
            communityCode: string;
            /** Format: uuid */
            courierSiteId?: string;
            /** @enum {string} */
            verification: "unverified" | "pending" | "verified" | "refused";
            skills: ("groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "driving" | "firstAid")[];
            lifetimeMinutes: number;
            starLevel: number;
            /** Format: date-time */
            registeredAt: string;
        };
        VolunteerPage: {
            items: components["schemas"]["VolunteerView"][];
            nextCursor?: string;
        };
        MoveList: {
            /** @description The oldest first. */
            items: components["schemas"]["MoveView"][];
        };
        MoveView: {
            fromCode: string;
            toCode: string;
            /** Format: date-time */
            movedAt: string;
        };
        MergeView: {
            /**
             * Format: uuid
             * @description Of the proposal, made by the caller.
             */
            id: string;
            /**
             * Format: uuid
             * @description The registration that stays.
             */
            keptId: string;
            /**
             * Format: uuid
             * @description The one that ends; all of it goes to the other.
             */
            mergedId: string;
            /** @enum {string} */
            reason: "otherDocument" | "wrongNumber";
            keptNumber: string;
            /** @description Volunteer number of the registration that ends. */
            mergedNumber: string;
            /** @enum {string} */
            state: "requested" | "approved" | "refused" | "expired";
            /** Format: uuid */
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            /**
             * Format: date-time
             * @description From this instant it can be approved no more.
             */
            expiresAt: string;
            /** Format: uuid */
            decidedBy?: string;
            /** Format: date-time */
            decidedAt?: string;
        };
        MergePage: {
            /** @description The newest first. */
            items: components["schemas"]["MergeView"][];
            nextCursor?: string;
        };
        QualificationView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            volunteerId: string;
            /** @enum {string} */
            name: "accidentInsurance" | "safetyTraining" | "firstAid" | "healthCertificate" | "electricianLicence" | "hairdressing" | "driving" | "healthDeclaration";
            /** @enum {string} */
            kind: "skill" | "training" | "certificate" | "insurance" | "healthDeclaration";
            /** @enum {string} */
            state: "declared" | "verified" | "refused" | "withdrawn";
            /** @description It counts at this moment. */
            isInForce: boolean;
            /** Format: date-time */
            validFrom?: string;
            /** Format: date-time */
            expiresAt?: string;
            issuer?: string;
            /** @description The last four characters. */
            number?: string;
            /**
             * @description Whose word it is.
             * @enum {string}
             */
            recordedRole: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator";
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            decidedAt?: string;
            /** @description Why it was refused. */
            reason?: string;
        };
        QualificationList: {
            /** @description The newest first. */
            items: components["schemas"]["QualificationView"][];
        };
        QualificationPage: {
            /** @description The newest first. */
            items: components["schemas"]["QualificationView"][];
            nextCursor?: string;
        };
        GuardianConsentText: {
            /** @description The day from which this wording is shown. */
            version: string;
            title: components["schemas"]["Bilingual"];
            text: components["schemas"]["Bilingual"];
            /** @description What ends at once when it is withdrawn. */
            stops: components["schemas"]["Bilingual"];
        };
        Bilingual: {
            zh: string;
            en: string;
        };
        GuardianConsentView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            volunteerId: string;
            /** @description Masked; absent once the volunteer has left. */
            guardianName?: string;
            /** @enum {string} */
            relation: "parent" | "grandparent" | "adultSibling" | "other";
            /** @enum {string} */
            way: "inPerson" | "onPaper";
            version: string;
            /** Format: date-time */
            givenAt: string;
            /**
             * @description Who wrote it down.
             * @enum {string}
             */
            recordedRole: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator";
            /**
             * Format: date-time
             * @description Absent while it is in force.
             */
            endedAt?: string;
            /** @enum {string} */
            endReason?: "withdrawn" | "renewed" | "left";
        };
        GuardianConsentList: {
            /** @description The newest first. */
            items: components["schemas"]["GuardianConsentView"][];
        };
        ConsentTextList: {
            items: components["schemas"]["ConsentText"][];
        };
        ConsentText: {
            /** @enum {string} */
            purpose: "registration" | "sensitiveData" | "sharingWithStation" | "location" | "publicHonours" | "portrait";
            /** @description The day from which this wording is shown. */
            version: string;
            /** @description Without it nobody can serve. */
            isRequired: boolean;
            title: components["schemas"]["Bilingual"];
            /** @description Which data, what for, who gets it, how long. */
            text: components["schemas"]["Bilingual"];
            /** @description What ends at once when it is withdrawn. */
            stops: components["schemas"]["Bilingual"];
        };
        ConsentList: {
            /** @description One of each purpose. */
            items: components["schemas"]["ConsentView"][];
        };
        ConsentView: {
            /** @enum {string} */
            purpose: "registration" | "sensitiveData" | "sharingWithStation" | "location" | "publicHonours" | "portrait";
            isGiven: boolean;
            /** @description The wording that was last consented to. */
            version?: string;
            /** Format: date-time */
            givenAt?: string;
            /**
             * Format: date-time
             * @description Absent while it is given.
             */
            endedAt?: string;
            /** @description A newer wording is shown by now. */
            isOutdated: boolean;
        };
        LeavingTerms: {
            destroyed: components["schemas"]["Bilingual"][];
            kept: components["schemas"]["KeptData"][];
        };
        KeptData: {
            what: components["schemas"]["Bilingual"];
            why: components["schemas"]["Bilingual"];
        };
        DepartureView: {
            destroyed: components["schemas"]["Bilingual"][];
            kept: components["schemas"]["KeptData"][];
            /** Format: date-time */
            leftAt: string;
        };
        CertificateView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            volunteerId: string;
            /** @description Masked. */
            name: string;
            communityCode: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @enum {string} */
            state: "requested" | "accepted" | "issued" | "inNotice" | "effective" | "revoked";
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            acceptedAt?: string;
            /** @description ZM, county, year, sequence and Luhn digit. */
            number?: string;
            /** @description As it stood when the certificate was issued. */
            serviceMinutes?: number;
            /** Format: date-time */
            issuedAt?: string;
            /**
             * Format: date-time
             * @description Public notice begins.
             */
            noticeFrom?: string;
            /**
             * Format: date-time
             * @description Public notice has ended: it holds from then.
             */
            effectiveFrom?: string;
            /** Format: date-time */
            revokedAt?: string;
            /** @enum {string} */
            revocationReason?: "withdrawnByVolunteer" | "recordsChanged" | "objectionUpheld" | "wrongPerson" | "issuedInError";
        };
        CertificatePage: {
            items: components["schemas"]["CertificateView"][];
            nextCursor?: string;
        };
        CertificateNotice: {
            number: string;
            /** @description Masked. */
            name: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            serviceMinutes: number;
            issuerName: string;
            contact?: string;
            /** @enum {string} */
            state: "requested" | "accepted" | "issued" | "inNotice" | "effective" | "revoked";
            /** Format: date-time */
            issuedAt: string;
            /** Format: date-time */
            effectiveFrom: string;
            /** Format: date-time */
            revokedAt?: string;
        };
        CertificateNoticePage: {
            items: components["schemas"]["CertificateNotice"][];
            nextCursor?: string;
        };
        PublishedKeys: {
            /** @description The first signs; the others did before. */
            keys: components["schemas"]["PublishedKey"][];
        };
        PublishedKey: {
            /** @enum {string} */
            kty: "OKP";
            /** @enum {string} */
            crv: "Ed25519";
            x: string;
            /** @description did:jwk of this key, with #0. */
            kid: string;
            /** @enum {string} */
            alg: "EdDSA";
            /** @enum {string} */
            use: "sig";
        };
        CertificateBatchView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            step: "accept" | "issue";
            region: string;
            /** Format: date-time */
            startedAt: string;
            /** @description There when it started, the oldest thousand at most. */
            total: number;
            /** @description Accepted or issued so far. */
            done: number;
            /** @description Not looked at yet; 0: it has ended. */
            waiting: number;
            /** @description So far, by certificate. */
            refusals: components["schemas"]["BatchRefusal"][];
        };
        BatchRefusal: {
            /** Format: uuid */
            certificateId: string;
            /** @description Code of the error. */
            code: string;
        };
        OwnStars: {
            starLevel: number;
            lifetimeMinutes: number;
            /** @description To the hours of the next star; absent with all five. */
            minutesToNext?: number;
            /** @description By residents, of services. */
            evaluations: number;
            /** @description Of them without a complaint. */
            goodEvaluations: number;
            rule: components["schemas"]["StarSteps"];
        };
        StarSteps: {
            /** @description Where they were set; absent: the default. */
            region?: string;
            /** @description Of the first star to the fifth, rising. */
            steps: components["schemas"]["StarStep"][];
            /** @description Who has fewer evaluations than this is held back by none. */
            fewestEvaluations: number;
            /** @description 0: the default. */
            version: number;
            /** Format: date */
            effectiveFrom?: string;
            source?: string;
            /** Format: date-time */
            decidedAt?: string;
        };
        StarStep: {
            /** @description Hours served in a life. */
            hours: number;
            /** @description At least so many of 100 evaluations by residents are without a complaint; 0 unless told. */
            goodPercent?: number;
        };
        AwardView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            volunteerId: string;
            /** @description Name of the honour as the public sees it; names nobody. */
            title: string;
            /** @description Sealed; for the volunteer and staff of the region. */
            reason: string;
            /** Format: date-time */
            givenAt: string;
            /** @enum {string} */
            givenRole: "committee" | "station" | "official" | "administrator";
            /**
             * Format: date-time
             * @description Since then it is no honour any more.
             */
            revokedAt?: string;
            /** @description Sealed; for the volunteer and staff of the region. */
            revocationReason?: string;
        };
        AwardList: {
            /** @description The newest first, revoked ones too. */
            items: components["schemas"]["AwardView"][];
        };
        HonourList: {
            region: string;
            /** @description The hundred who served most. */
            items: components["schemas"]["Honoured"][];
        };
        Honoured: {
            /** @description Masked. */
            name: string;
            starLevel: number;
            /** @description Whole hours served in a life. */
            hours: number;
            /** @description Those not revoked, the newest first. */
            awards: components["schemas"]["HonourTitle"][];
        };
        HonourTitle: {
            /** @description Name of the honour as the public sees it; names nobody. */
            title: string;
            /**
             * Format: date
             * @description When it was given.
             */
            day: string;
        };
        ResidentView: {
            /** Format: uuid */
            id: string;
            /** @description Masked. */
            name: string;
            /** @description Masked. */
            phone: string;
            communityCode: string;
            hardshipCategories: ("subsistenceAllowance" | "lowIncome" | "extremePoverty" | "leftBehindElderly" | "childlessWidowedElderly" | "livingAloneElderly" | "childInDifficulty" | "severelyDisabledHardship")[];
            /** @description In lists of the committee: the building, never what comes behind it. Others are not told. */
            building?: string;
        };
        ResidentPage: {
            items: components["schemas"]["ResidentView"][];
            nextCursor?: string;
        };
        NeedView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            residentId: string;
            /** @description Masked. */
            residentName: string;
            communityCode: string;
            /** @enum {string} */
            type: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
            summary: string;
            /** @enum {string} */
            state: "draft" | "submitted" | "verified" | "forwarded" | "accepted" | "posted" | "dispatched" | "referred" | "rejected" | "fulfilled" | "closed" | "cancelled";
            /** Format: date-time */
            windowStart: string;
            /** Format: date-time */
            windowEnd: string;
            expectedMinutes: number;
            slots: number;
            /** Format: uuid */
            templateId?: string;
            /** @description The version it was posted with. */
            templateVersion?: number;
            riskNotice?: string;
            requirements: ("accidentInsurance" | "safetyTraining" | "firstAid" | "healthCertificate" | "electricianLicence" | "hairdressing" | "driving" | "healthDeclaration" | "secondVolunteer")[];
            /** @description Most a purchase may cost, in fen. */
            purchaseCeilingFen?: number;
            /** @description Places to go to besides the door. */
            stopCount: number;
            /**
             * Format: uuid
             * @description The series it is one of.
             */
            seriesId?: string;
            /** @enum {string} */
            postedBy: "resident" | "family" | "committee" | "station" | "system";
            /**
             * Format: uuid
             * @description The organisation whose members serve together.
             */
            groupId?: string;
            /** Format: uuid */
            committeeId?: string;
            /** Format: uuid */
            stationId?: string;
            /** Format: uuid */
            errandId?: string;
            /** @description Four digits the resident says at the door; for committee, station and resident only. */
            serviceCode?: string;
            /** @description Where the city does not pay. */
            payment?: components["schemas"]["NeedPaymentView"];
            /** @description Four digits the resident says when the service is over: the spokenCode that confirms it. */
            closingCode?: string;
            /** Format: date-time */
            postedAt: string;
            /** @description The same history for committee and station. */
            history: components["schemas"]["NeedStep"][];
        };
        NeedPaymentView: {
            /** @enum {string} */
            mode: "exchange" | "publicPool";
            /**
             * Format: uuid
             * @description Whose balance pays; nobody’s where the pool does.
             */
            payerId?: string;
            /**
             * @description asked: not accepted yet; holding: being held; held: it stands; refused: see the reason, accept again or let the city pay; waived: the city pays; settled: what was not used is free.
             * @enum {string}
             */
            state: "asked" | "holding" | "held" | "refused" | "waived" | "settled";
            heldMinutes: number;
            /** @description Charged for service so far. */
            chargedMinutes: number;
            /** @description Code of the catalogue: why it was refused. */
            refusal?: string;
        };
        NeedStep: {
            /** @enum {string} */
            state: "draft" | "submitted" | "verified" | "forwarded" | "accepted" | "posted" | "dispatched" | "referred" | "rejected" | "fulfilled" | "closed" | "cancelled";
            /** @enum {string} */
            byRole: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator" | "system";
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            code?: "notVoluntaryService" | "professionalNeeded" | "unsafe" | "outsideArea" | "duplicate" | "notReachable" | "doneAlready" | "windowTooShort" | "costTooHigh" | "other";
            reason?: string;
        };
        StopInput: {
            point: components["schemas"]["Point"];
            /** @description Building, stairway and door; sealed at rest. */
            door?: string;
            /** @description What to do there, without names or numbers. */
            task: string;
        };
        PaymentWayList: {
            /** @description In the order of `paymentModes`. */
            items: components["schemas"]["PaymentWay"][];
        };
        PaymentWay: {
            /** @enum {string} */
            mode: "publicBenefit" | "exchange" | "publicPool";
            /** @description What it holds at most: of the caller’s own balance, or of the pool; 0 where the city pays. */
            heldMinutes: number;
        };
        NeedPage: {
            items: components["schemas"]["NeedView"][];
            nextCursor?: string;
        };
        NeedCounts: {
            /** @description Every column, in its order. */
            columns: components["schemas"]["NeedColumnCount"][];
        };
        NeedColumnCount: {
            /** @enum {string} */
            column: "waiting" | "underWay" | "fulfilled" | "ended";
            needs: number;
        };
        ResidentLinkPage: {
            items: components["schemas"]["ResidentLinkView"][];
            nextCursor?: string;
        };
        ResidentLinkView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "proposed" | "confirmed" | "ended";
            communityCode: string;
            /** @description Masked; for staff, and for the person once confirmed. */
            residentName?: string;
            /**
             * Format: uuid
             * @description As the name.
             */
            residentId?: string;
            /** @enum {string} */
            proof?: "paperSlip" | "callBack" | "review";
            /** @description Wrong slips that may still be shown. */
            attemptsLeft: number;
            /** Format: date-time */
            proposedAt: string;
            /** Format: date-time */
            confirmedAt?: string;
        };
        TemplateList: {
            items: components["schemas"]["TemplateView"][];
        };
        TemplateView: {
            /**
             * @description The kind it is counted under.
             * @enum {string}
             */
            type: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
            /** @description As it stands on the button, in Chinese. */
            title: string;
            titleEn?: string;
            /** @description Fills the summary. */
            summary: string;
            expectedMinutes: number;
            slots: number;
            riskNotice?: string;
            /** @description Cannot be left out by who posts. */
            requirements: ("accidentInsurance" | "safetyTraining" | "firstAid" | "healthCertificate" | "electricianLicence" | "hairdressing" | "driving" | "healthDeclaration" | "secondVolunteer")[];
            /** @description Unclaimed for so many minutes, the errand goes to the station. */
            escalationMinutes: number;
            /** @description Something is bought: a cost ceiling must be named. */
            isPurchase: boolean;
            /** @description No longer offered in its region, nor are wider templates of its key. */
            isRetired: boolean;
            /** Format: uuid */
            id: string;
            version: number;
            /** @description Absent: comes with Shunlu, offered everywhere. */
            region?: string;
            key: string;
            /** Format: date-time */
            madeAt?: string;
        };
        KinshipView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            fromId: string;
            /** @description Masked. */
            fromName: string;
            /** Format: uuid */
            toId: string;
            /** @description Masked. */
            toName: string;
            /**
             * @description What `toId` is to `fromId`.
             * @enum {string}
             */
            relation: "spouse" | "parent" | "child" | "grandparent" | "grandchild" | "sibling" | "otherRelative" | "friend";
            /** @enum {string} */
            state: "declared" | "confirmed" | "ended";
            /** Format: date-time */
            declaredAt: string;
            /** Format: date-time */
            confirmedAt?: string;
        };
        KinshipList: {
            /** @description The newest first, without those that ended. */
            items: components["schemas"]["KinshipView"][];
        };
        ById: {
            /** Format: uuid */
            id: string;
        };
        SeriesView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            residentId: string;
            communityCode: string;
            /** @enum {string} */
            state: "submitted" | "active" | "ended";
            content: components["schemas"]["NeedContent"];
            /** Format: date */
            firstDay: string;
            startTime: string;
            windowMinutes: number;
            rule: string;
            /** @enum {string} */
            holidays: "keep" | "skip";
            /** @description Places to go to besides the door. */
            stopCount: number;
            /**
             * @description Where the city does not pay.
             * @enum {string}
             */
            payment?: "publicBenefit" | "exchange" | "publicPool";
            /** Format: uuid */
            payerId?: string;
            /**
             * Format: uuid
             * @description The organisation whose members serve each together.
             */
            groupId?: string;
            /** @description Today and what comes next. */
            next: components["schemas"]["SeriesDay"][];
        };
        NeedContent: {
            /**
             * Format: uuid
             * @description Fills in whatever is left out below.
             */
            templateId?: string;
            /**
             * @description May be left out with a template.
             * @enum {string}
             */
            type?: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
            /** @description What is needed, without names, numbers or addresses. May be left out with a template. */
            summary?: string;
            /** @description May be left out with a template. */
            expectedMinutes?: number;
            /** @description Volunteers wanted, 1 unless told. */
            slots?: number;
            /** @description Risks the volunteer must know before claiming. */
            riskNotice?: string;
            /** @description What the volunteer must have, besides what the template asks for. */
            requirements?: ("accidentInsurance" | "safetyTraining" | "firstAid" | "healthCertificate" | "electricianLicence" | "hairdressing" | "driving" | "healthDeclaration" | "secondVolunteer")[];
            /** @description A purchase: the most it may cost, in fen; paid back at cost with a receipt, never in credits. */
            purchaseCeilingFen?: number;
        };
        SeriesDay: {
            /** Format: date */
            day: string;
            /** @enum {string} */
            state: "draft" | "submitted" | "verified" | "forwarded" | "accepted" | "posted" | "dispatched" | "referred" | "rejected" | "fulfilled" | "closed" | "cancelled" | "planned" | "skipped" | "holiday";
            /** Format: uuid */
            needId?: string;
        };
        SeriesPage: {
            items: components["schemas"]["SeriesView"][];
            nextCursor?: string;
        };
        ReferralView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            needId: string;
            /** @enum {string} */
            type: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
            summary: string;
            communityCode: string;
            /** @enum {string} */
            body: "hospital" | "police" | "fireService" | "civilAffairsBureau" | "disabledPersonsFederation" | "psychologicalService" | "legalAid" | "propertyManagement" | "utilities" | "socialWorkStation" | "other";
            bodyName: string;
            /** Format: uuid */
            organisationId?: string;
            contact?: components["schemas"]["MaskedContact"];
            reason: string;
            /** @enum {string} */
            consent: "spoken" | "written" | "guardian";
            /** @enum {string} */
            state: "created" | "sent" | "received" | "accepted" | "declined" | "resolved" | "closed";
            /**
             * Format: date-time
             * @description By when the next step is due; absent once closed.
             */
            dueAt?: string;
            isOverdue: boolean;
            /** Format: date-time */
            createdAt: string;
            history: components["schemas"]["ReferralHistory"][];
        };
        MaskedContact: {
            /** @description Masked. */
            name: string;
            /** @description Masked. */
            phone: string;
        };
        ReferralHistory: {
            /** @enum {string} */
            state: "created" | "sent" | "received" | "accepted" | "declined" | "resolved" | "closed";
            /** @enum {string} */
            byRole: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator" | "system";
            /** Format: date-time */
            at: string;
            note?: string;
        };
        ReferralContact: {
            name: string;
            /** @description Landline or mobile. */
            phone: string;
        };
        ReferralPage: {
            items: components["schemas"]["ReferralView"][];
            nextCursor?: string;
        };
        Timeline: {
            /** Format: uuid */
            id: string;
            items: components["schemas"]["TimelineEntry"][];
        };
        TimelineEntry: {
            /** @enum {string} */
            of: "need" | "referral" | "errand" | "stop" | "record";
            /** @description State reached, or what was done. */
            what: string;
            /** @enum {string} */
            byRole: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator" | "system";
            /** Format: date-time */
            at: string;
            code?: string;
            note?: string;
        };
        ErrandPage: {
            items: components["schemas"]["ErrandSummary"][];
            nextCursor?: string;
        };
        ErrandSummary: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
            summary: string;
            /** @enum {string} */
            state: "open" | "claimed" | "inProgress" | "finished" | "confirmed" | "recorded" | "expired" | "cancelled" | "disputed" | "voided";
            communityCode: string;
            point: components["schemas"]["Point"];
            /** Format: date-time */
            windowStart: string;
            /** Format: date-time */
            windowEnd: string;
            expectedMinutes: number;
            slots: number;
            slotsTaken: number;
            /** @description What you must have to claim it. */
            requirements: ("accidentInsurance" | "safetyTraining" | "firstAid" | "healthCertificate" | "electricianLicence" | "hairdressing" | "driving" | "healthDeclaration" | "secondVolunteer")[];
            /** @description Places to go to besides the door; 0 for most. */
            stopCount: number;
            /** @description Something is bought, for so many fen at most; paid back at cost with a receipt. */
            purchaseCeilingFen?: number;
            /** @description From the point asked about. */
            distanceMetres?: number;
            /** @description Claims are gathered for so many seconds after the first, then ranked by declared rules. */
            fairGrabSeconds?: number;
            /** @description How well it fits you, in the feed by best match. */
            match?: components["schemas"]["Match"];
        };
        Match: {
            /** @description The sum of value × weight over the parts. */
            score: number;
            parts: components["schemas"]["MatchPart"][];
        };
        MatchPart: {
            /** @enum {string} */
            name: "distance" | "route" | "window" | "skill" | "urgency" | "waiting" | "fairness";
            value: number;
            /** @description The weights of all parts add up to 100. */
            weight: number;
        };
        ErrandView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
            summary: string;
            /** @enum {string} */
            state: "open" | "claimed" | "inProgress" | "finished" | "confirmed" | "recorded" | "expired" | "cancelled" | "disputed" | "voided";
            communityCode: string;
            point: components["schemas"]["Point"];
            /** Format: date-time */
            windowStart: string;
            /** Format: date-time */
            windowEnd: string;
            expectedMinutes: number;
            slots: number;
            slotsTaken: number;
            /** @description What you must have to claim it. */
            requirements: ("accidentInsurance" | "safetyTraining" | "firstAid" | "healthCertificate" | "electricianLicence" | "hairdressing" | "driving" | "healthDeclaration" | "secondVolunteer")[];
            /** @description Places to go to besides the door; 0 for most. */
            stopCount: number;
            /** @description Something is bought, for so many fen at most; paid back at cost with a receipt. */
            purchaseCeilingFen?: number;
            /** @description From the point asked about. */
            distanceMetres?: number;
            /** @description Claims are gathered for so many seconds after the first, then ranked by declared rules. */
            fairGrabSeconds?: number;
            /** @description How well it fits you, in the feed by best match. */
            match?: components["schemas"]["Match"];
            riskNotice?: string;
            /** Format: uuid */
            needId: string;
            /** @description Those who hold or held it; for staff and the volunteer concerned. */
            claims: components["schemas"]["ClaimSummary"][];
            /** @description For a volunteer: a warning, no reason to be refused. */
            tight?: components["schemas"]["TightErrand"][];
        };
        ClaimSummary: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            volunteerId: string;
            /** @description Masked. */
            volunteerName: string;
            /** @enum {string} */
            state: "claimed" | "released" | "inProgress" | "finished" | "confirmed" | "recorded" | "cancelled" | "disputed" | "voided";
            /** Format: date-time */
            claimedAt: string;
        };
        TightErrand: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
            /** Format: date-time */
            windowStart: string;
            /** Format: date-time */
            windowEnd: string;
            /** @description Between the end of one window and the start of the other. */
            gapMinutes: number;
            /** @description By electric bicycle, as the crow flies. */
            wayMinutes: number;
        };
        HeldErrandList: {
            /** @description By the start of their windows. */
            items: components["schemas"]["HeldErrand"][];
        };
        HeldErrand: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
            summary: string;
            /** @enum {string} */
            state: "open" | "claimed" | "inProgress" | "finished" | "confirmed" | "recorded" | "expired" | "cancelled" | "disputed" | "voided";
            communityCode: string;
            point: components["schemas"]["Point"];
            /** Format: date-time */
            windowStart: string;
            /** Format: date-time */
            windowEnd: string;
            expectedMinutes: number;
            slots: number;
            slotsTaken: number;
            /** @description What you must have to claim it. */
            requirements: ("accidentInsurance" | "safetyTraining" | "firstAid" | "healthCertificate" | "electricianLicence" | "hairdressing" | "driving" | "healthDeclaration" | "secondVolunteer")[];
            /** @description Places to go to besides the door; 0 for most. */
            stopCount: number;
            /** @description Something is bought, for so many fen at most; paid back at cost with a receipt. */
            purchaseCeilingFen?: number;
            /** @description From the point asked about. */
            distanceMetres?: number;
            /** @description Claims are gathered for so many seconds after the first, then ranked by declared rules. */
            fairGrabSeconds?: number;
            /** @description How well it fits you, in the feed by best match. */
            match?: components["schemas"]["Match"];
            /** Format: uuid */
            claimId: string;
            /** @enum {string} */
            claimState: "claimed" | "released" | "inProgress" | "finished" | "confirmed" | "recorded" | "cancelled" | "disputed" | "voided";
            /** Format: date-time */
            claimedAt: string;
            /**
             * Format: date-time
             * @description Since when the service is under way.
             */
            checkedInAt?: string;
            /** @description Given back as soon as somebody takes over. */
            isOffered: boolean;
            /**
             * @description Required, and met no longer: put it right before the window, or give the errand back.
             * @enum {string}
             */
            unmetRequirement?: "accidentInsurance" | "safetyTraining" | "firstAid" | "healthCertificate" | "electricianLicence" | "hairdressing" | "driving" | "healthDeclaration" | "secondVolunteer";
            riskNotice?: string;
        };
        ClaimView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            errandId: string;
            /**
             * @description gathered: your wish is noted; ask again with the same id after decidesAt.
             * @enum {string}
             */
            state: "claimed" | "released" | "inProgress" | "finished" | "confirmed" | "recorded" | "cancelled" | "disputed" | "voided" | "gathered";
            /**
             * Format: date-time
             * @description When it was claimed, or wished for.
             */
            claimedAt: string;
            /** @description You held it already; nothing changed. */
            alreadyYours: boolean;
            /**
             * Format: date-time
             * @description When the wishes of a fair grab are ranked.
             */
            decidesAt?: string;
        };
        PresencePlace: {
            point: components["schemas"]["Point"];
            /** @description The phone’s own estimate; some thousands for a fuzzy location, which is accepted and marked. */
            accuracyMetres: number;
        };
        ServiceRecordView: {
            /**
             * Format: uuid
             * @description The id of the claim it records.
             */
            id: string;
            /** Format: uuid */
            errandId: string;
            /** Format: uuid */
            volunteerId: string;
            communityCode: string;
            /** @enum {string} */
            state: "pending" | "submitted" | "disputed" | "confirmed" | "inNotice" | "credited" | "corrected" | "voided";
            /** @enum {string} */
            verification: "deviceVerified" | "attested";
            /** @description 0 where the record is void. */
            serviceMinutes: number;
            confirmationsGiven: number;
            confirmationsNeeded: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: string;
            /** @description Between the two moments; where it is more than the window holds, the window was counted. */
            elapsedMinutes: number;
            /** @enum {string} */
            checkInProof: "code" | "doorCode" | "place" | "fuzzyPlace" | "none";
            /** @enum {string} */
            checkOutProof: "code" | "doorCode" | "place" | "fuzzyPlace" | "none";
            /** @description Taken without a network, signed on the phone, sent later. */
            wasOffline: boolean;
            version: number;
        };
        Contact: {
            name: string;
            /** @description Absent where calls go through a relay. */
            phone?: string;
            door: string;
        };
        StopList: {
            items: components["schemas"]["StopView"][];
        };
        StopView: {
            stop: number;
            task: string;
            /** @enum {string} */
            outcome?: "done" | "notPossible";
            /** Format: date-time */
            checkedAt?: string;
            note?: string;
        };
        StopPlaces: {
            items: components["schemas"]["StopPlace"][];
        };
        StopPlace: {
            stop: number;
            point: components["schemas"]["Point"];
            door?: string;
        };
        GrabPage: {
            items: components["schemas"]["Grab"][];
            /** @description Where claims were gathered and ranked. */
            fairGrab?: components["schemas"]["FairGrab"];
            nextCursor?: string;
        };
        Grab: {
            /** Format: uuid */
            errandId: string;
            /**
             * Format: uuid
             * @description For staff, and one’s own.
             */
            volunteerId?: string;
            /** @description Masked. */
            volunteerName: string;
            /** @enum {string} */
            outcome: "gathered" | "won" | "lost";
            /** @description Why lost: a code of the error catalogue. */
            reason?: string;
            /** @description How often it was asked for with this outcome. */
            attempts: number;
            /** Format: date-time */
            firstAt: string;
            /** Format: date-time */
            lastAt: string;
            /** @description Place in a fair grab, 1 is first. */
            rank?: number;
            /** @description Sum of the points below. */
            points?: number;
            /** @description What each declared rule gave. */
            parts?: components["schemas"]["FairPoints"][];
        };
        FairPoints: {
            /** @enum {string} */
            rule: "fewRecentServices" | "nearness" | "lostLately" | "handsFree";
            points: number;
        };
        FairGrab: {
            seconds: number;
            seed: string;
            /** Format: date-time */
            opensAt: string;
            /** Format: date-time */
            closesAt: string;
            /** Format: date-time */
            decidedAt?: string;
        };
        DutyView: {
            /** @description By switch or by shift. */
            isOnDuty: boolean;
            /** Format: date-time */
            until?: string;
            /** @description Quiet hours are running: no alerts. */
            isQuiet: boolean;
            shifts: components["schemas"]["Shift"][];
            quietStartMinute: number;
            quietEndMinute: number;
            maxAlertsPerDay: number;
            alertsToday: number;
            /**
             * Format: date-time
             * @description A rough position is kept until then.
             */
            positionUntil?: string;
            hasRoute: boolean;
            /** @description Your courier site has a place: it stands in for a position. */
            hasSite: boolean;
        };
        Shift: {
            /** @description 1 is Monday. */
            weekday: number;
            /** @description Minutes after midnight, Asia/Shanghai. */
            startMinute: number;
            /** @description May run past midnight. */
            minutes: number;
        };
        AlertPage: {
            items: components["schemas"]["AlertView"][];
            nextCursor?: string;
        };
        AlertView: {
            /** Format: uuid */
            id: string;
            /**
             * @description dispatch: the station asks you in person. Both may be refused.
             * @enum {string}
             */
            kind: "alert" | "dispatch";
            /** @enum {string} */
            state: "sent" | "accepted" | "refused" | "silent" | "over";
            /** Format: date-time */
            sentAt: string;
            /**
             * Format: date-time
             * @description Without an answer until then somebody else is asked; the errand stays open.
             */
            expiresAt: string;
            match: components["schemas"]["Match"];
            errand: components["schemas"]["ErrandSummary"];
        };
        QueuePage: {
            items: components["schemas"]["QueueItem"][];
            nextCursor?: string;
        };
        QueueItem: {
            errand: components["schemas"]["ErrandSummary"];
            /** @enum {string} */
            stage: "alerting" | "wider" | "stationQueue" | "committee" | "expired";
            /**
             * Format: date-time
             * @description When its clock began: opened, released, or before its window.
             */
            since: string;
            /** Format: date-time */
            stageSince: string;
            alertsSent: number;
            alertsRefused: number;
            alertsSilent: number;
            /**
             * Format: uuid
             * @description The dispatch under way.
             */
            dispatchId?: string;
        };
        ErrandMap: {
            /** Format: date-time */
            asOf: string;
            /** @description Where there is something; most errands first. */
            cells: components["schemas"]["MapCell"][];
            sites: components["schemas"]["MapSite"][];
            /** @description All volunteers of the division who are on duty, each once. */
            onDuty: number;
        };
        MapCell: {
            /** @description Its middle. */
            point: components["schemas"]["Point"];
            /** @description Errands that are open and whose window is not over. */
            openErrands: number;
            /** @description Of these, what nobody took in time. */
            unclaimedErrands: number;
            /** @description Volunteers on duty who told that they are here; absent where they are fewer than five. */
            onDuty?: number;
            /** @description Of its open errands. */
            communities: components["schemas"]["CommunityOfCell"][];
        };
        CommunityOfCell: {
            communityCode: string;
        };
        MapSite: {
            /** Format: uuid */
            siteId: string;
            onDuty: number;
        };
        SiteShifts: {
            /** Format: uuid */
            siteId: string;
            /** @description Verified volunteers of the site, by name. */
            couriers: components["schemas"]["CourierWeek"][];
        };
        CourierWeek: {
            /** Format: uuid */
            volunteerId: string;
            /** @description Masked. */
            volunteerName: string;
            /** @description None: only by the switch. */
            shifts: components["schemas"]["Shift"][];
        };
        CandidateList: {
            /** @description Best first; who cannot claim stands last. */
            items: components["schemas"]["Candidate"][];
        };
        Candidate: {
            /** Format: uuid */
            volunteerId: string;
            /** @description Masked. */
            volunteerName: string;
            match: components["schemas"]["Match"];
            /** @description In steps of 500 m; absent where no place is known. */
            distanceMetres?: number;
            /** @description Served or held in the last 30 days. */
            errandsLately: number;
            hindrances: components["schemas"]["CandidateHindrance"][];
        };
        CandidateHindrance: {
            /** @enum {string} */
            reason: "unqualified" | "conflictOfInterest" | "offDuty" | "quietHours" | "alertLimit" | "claimLimit" | "overlap" | "refused";
        };
        DispatchView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            errandId: string;
            /**
             * @description exhausted: all refused or stayed silent. over: claimed otherwise.
             * @enum {string}
             */
            state: "asking" | "accepted" | "exhausted" | "over";
            /** Format: date-time */
            createdAt: string;
            asked: components["schemas"]["DispatchAsked"][];
        };
        DispatchAsked: {
            /** Format: uuid */
            volunteerId: string;
            /** @description Masked. */
            volunteerName: string;
            /**
             * @description waiting: not asked yet.
             * @enum {string}
             */
            state: "waiting" | "sent" | "accepted" | "refused" | "silent" | "over";
            /** Format: date-time */
            askedAt?: string;
            /** Format: date-time */
            answeredAt?: string;
        };
        DispatchTo: {
            /** Format: uuid */
            volunteerId: string;
        };
        MessageTemplateList: {
            /** @description Empty where messages are switched off. */
            items: components["schemas"]["MessageTemplate"][];
        };
        MessageTemplate: {
            /** @enum {string} */
            kind: "alert" | "dispatch";
            /** @description For `wx.requestSubscribeMessage`. */
            templateId: string;
            /** @description One acceptance is one message. */
            left: number;
        };
        MessageAnswer: {
            /** @enum {string} */
            kind: "alert" | "dispatch";
            /** @description A no also takes back what was accepted before. */
            isAccepted: boolean;
        };
        DoorCode: {
            /** @description To be drawn as a QR code as it stands. */
            doorCode: string;
            /**
             * Format: date-time
             * @description Absent for a door: good until renewed.
             */
            expiresAt?: string;
        };
        DeviceView: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            registeredAt: string;
            /**
             * Format: date-time
             * @description Since when it signs nothing any more.
             */
            retiredAt?: string;
        };
        OfflineReceipt: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            errandId: string;
            /** @enum {string} */
            step: "checkIn" | "checkOut";
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            receivedAt: string;
        };
        RevealPage: {
            /** @description The newest first. */
            items: components["schemas"]["RevealView"][];
            nextCursor?: string;
        };
        RevealView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            viewerRole: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator";
            /** Format: uuid */
            viewerId: string;
            /** @description Masked; of volunteers. */
            viewerName?: string;
            fields: ("name" | "phone" | "door" | "stops" | "phoneByRelay" | "position" | "portrait")[];
            /**
             * Format: uuid
             * @description The errand it was for.
             */
            errandId?: string;
            /** Format: date-time */
            at: string;
        };
        Notice: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "late" | "emergency" | "unqualified";
            /** Format: uuid */
            errandId: string;
            /** Format: uuid */
            volunteerId: string;
            /** @description Masked. */
            volunteerName: string;
            communityCode: string;
            minutes?: number;
            /**
             * @description What is met no longer; of unqualified.
             * @enum {string}
             */
            requirement?: "accidentInsurance" | "safetyTraining" | "firstAid" | "healthCertificate" | "electricianLicence" | "hairdressing" | "driving" | "healthDeclaration" | "secondVolunteer";
            note?: string;
            point?: components["schemas"]["Point"];
            /** Format: date-time */
            raisedAt: string;
            /** Format: date-time */
            acknowledgedAt?: string;
            /** @description From raising to acknowledging. */
            secondsToAcknowledge?: number;
        };
        NoticePage: {
            items: components["schemas"]["Notice"][];
            nextCursor?: string;
        };
        CallLine: {
            /** @description The relay’s own number; dialling it reaches the other side. */
            number: string;
            /**
             * Format: date-time
             * @description Until when it does.
             */
            expiresAt: string;
        };
        ServiceRecordPage: {
            items: components["schemas"]["ServiceRecordView"][];
            nextCursor?: string;
        };
        RecordHistory: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "pending" | "submitted" | "disputed" | "confirmed" | "inNotice" | "credited" | "corrected" | "voided";
            confirmations: components["schemas"]["ConfirmationGiven"][];
            versions: components["schemas"]["RecordVersion"][];
            /**
             * Format: date-time
             * @description Public notice ends then; objections are open all the time.
             */
            noticeUntil?: string;
        };
        ConfirmationGiven: {
            role: string;
            /** @description A method of confirming, or automatic. */
            method: string;
            /** Format: date-time */
            at: string;
        };
        RecordVersion: {
            version: number;
            /** @description 0: void. */
            serviceMinutes: number;
            /** @enum {string} */
            verification: "deviceVerified" | "attested";
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: string;
            /**
             * @description Why this version is there.
             * @enum {string}
             */
            reason: "forgotCheckOut" | "wrongTimes" | "wrongMinutes" | "notServed" | "duplicate" | "notVolunteering" | "wronglyVoided" | "confirmed";
            /** @enum {string} */
            evidence?: "residentSaid" | "paperSlip" | "photo" | "callBack" | "deviceLog" | "seenByStaff";
            /** Format: date-time */
            at: string;
        };
        CorrectionView: {
            /**
             * @description void: the record counts for nothing.
             * @enum {string}
             */
            kind: "correct" | "void";
            /** @description For correct: the minutes really given. */
            serviceMinutes?: number;
            /**
             * Format: date-time
             * @description Where the record is wrong; as recorded unless told.
             */
            startedAt?: string;
            /**
             * Format: date-time
             * @description Its day in Tianjin is the day the minutes count on.
             */
            endedAt?: string;
            /** @enum {string} */
            reason: "forgotCheckOut" | "wrongTimes" | "wrongMinutes" | "notServed" | "duplicate" | "notVolunteering" | "wronglyVoided";
            /** @enum {string} */
            evidence: "residentSaid" | "paperSlip" | "photo" | "callBack" | "deviceLog" | "seenByStaff";
            /** @description Sealed at rest; for the station and those concerned. */
            note?: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            recordId: string;
            communityCode: string;
            ofVersion: number;
            /** @enum {string} */
            state: "proposed" | "applied" | "declined";
            /** Format: uuid */
            proposedBy: string;
            proposedRole: string;
            /** Format: date-time */
            proposedAt: string;
            /**
             * Format: date-time
             * @description From this instant it can be applied no more; decline it, or propose anew.
             */
            expiresAt: string;
            /** Format: uuid */
            decidedBy?: string;
            /** Format: date-time */
            decidedAt?: string;
        };
        CorrectionPage: {
            items: components["schemas"]["CorrectionView"][];
            nextCursor?: string;
        };
        ObjectionView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            recordId: string;
            communityCode: string;
            /** @enum {string} */
            state: "raised" | "investigating" | "upheld" | "dismissed";
            /** @enum {string} */
            reason: "minutesTooFew" | "minutesTooMany" | "wronglyVoided" | "notServed" | "wrongPerson" | "other";
            raisedRole: string;
            /** Format: date-time */
            raisedAt: string;
            /** @description For the station and who raised it. */
            note?: string;
            /** Format: date-time */
            decidedAt?: string;
            /** @description Why it was decided so. */
            answer?: string;
            /**
             * Format: uuid
             * @description What was proposed where it was upheld.
             */
            correctionId?: string;
        };
        CorrectionTerms: {
            /**
             * @description void: the record counts for nothing.
             * @enum {string}
             */
            kind: "correct" | "void";
            /** @description For correct: the minutes really given. */
            serviceMinutes?: number;
            /**
             * Format: date-time
             * @description Where the record is wrong; as recorded unless told.
             */
            startedAt?: string;
            /**
             * Format: date-time
             * @description Its day in Tianjin is the day the minutes count on.
             */
            endedAt?: string;
            /** @enum {string} */
            reason: "forgotCheckOut" | "wrongTimes" | "wrongMinutes" | "notServed" | "duplicate" | "notVolunteering" | "wronglyVoided";
            /** @enum {string} */
            evidence: "residentSaid" | "paperSlip" | "photo" | "callBack" | "deviceLog" | "seenByStaff";
            /** @description Sealed at rest; for the station and those concerned. */
            note?: string;
        };
        ObjectionPage: {
            items: components["schemas"]["ObjectionView"][];
            nextCursor?: string;
        };
        ReportedHazard: {
            /** Format: uuid */
            reportId: string;
            /** @description Somebody had reported it already; yours was added. */
            joined: boolean;
            hazard: components["schemas"]["HazardView"];
        };
        HazardView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            category: "rubbish" | "blockedPassage" | "fireRisk" | "exposedWiring" | "bicycleCharging" | "brokenFacility" | "slipperyGround" | "waterLeak" | "fallenTree" | "strayAnimal" | "other";
            /**
             * @description The gravest of all its reports.
             * @enum {string}
             */
            severity: "low" | "medium" | "high" | "urgent";
            /** @enum {string} */
            state: "reported" | "routed" | "handled" | "fedBack" | "closed";
            communityCode: string;
            /** @description Where it was first reported. */
            point: components["schemas"]["Point"];
            /** Format: uuid */
            committeeId?: string;
            /** Format: uuid */
            stationId?: string;
            /** @description Reports joined in it. */
            reportCount: number;
            /** @description The newest; a reporter sees the own. */
            reports: components["schemas"]["HazardReportView"][];
            /** Format: date-time */
            firstReportedAt: string;
            /** @description What was done about it. */
            handling?: string;
            /** @description What the reporters were told. */
            feedback?: string;
            /** @description From the first report to closing. */
            minutesToClosure?: number;
            /** @description The same for station and committee. */
            history: components["schemas"]["HazardStep"][];
        };
        HazardReportView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            byRole: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator";
            /** @enum {string} */
            severity: "low" | "medium" | "high" | "urgent";
            description: string;
            /** Format: uuid */
            errandId?: string;
            /** Format: date-time */
            reportedAt: string;
        };
        HazardStep: {
            /** @enum {string} */
            state: "reported" | "routed" | "handled" | "fedBack" | "closed";
            /** @enum {string} */
            byRole: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator" | "system";
            /** Format: date-time */
            at: string;
            note?: string;
        };
        HazardPage: {
            items: components["schemas"]["HazardView"][];
            nextCursor?: string;
        };
        PhotoView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "service" | "receipt" | "hazard" | "handling";
            /** Format: uuid */
            subjectId: string;
            /** @enum {string} */
            byRole: "volunteer" | "resident" | "committee" | "station" | "official" | "administrator";
            bytes: number;
            /** Format: date-time */
            at: string;
        };
        PhotoList: {
            items: components["schemas"]["PhotoView"][];
        };
        PortraitView: {
            /** @description JPEG of 96 × 96 pixels in base64; absent: there is none. */
            image?: string;
            /** Format: date-time */
            setAt?: string;
        };
        PortraitSet: {
            /** Format: date-time */
            setAt: string;
        };
        PurchaseView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            errandId: string;
            /** Format: uuid */
            volunteerId: string;
            communityCode: string;
            /** @enum {string} */
            state: "submitted" | "paid" | "received" | "refused";
            amountFen: number;
            /** @description The most that was agreed, in fen. */
            ceilingFen: number;
            /** Format: uuid */
            photoId: string;
            /** Format: date-time */
            submittedAt: string;
            /** @enum {string} */
            paidBy?: "cash" | "wechat" | "bank";
            /** @description Why it was refused. */
            reason?: string;
            /**
             * Format: date-time
             * @description Since when it is paid or refused.
             */
            decidedAt?: string;
            /** Format: date-time */
            receivedAt?: string;
        };
        PurchasePage: {
            items: components["schemas"]["PurchaseView"][];
            nextCursor?: string;
        };
        HardshipCount: {
            region: string;
            /** @description Residents registered. */
            residents: number;
            /** @description Persons (人) in any category, each counted once. */
            persons: number;
            /** @description One person may be in several: these add up to more than persons. */
            categories: components["schemas"]["HardshipOfCategory"][];
        };
        HardshipOfCategory: {
            /** @enum {string} */
            category: "subsistenceAllowance" | "lowIncome" | "extremePoverty" | "leftBehindElderly" | "childlessWidowedElderly" | "livingAloneElderly" | "childInDifficulty" | "severelyDisabledHardship";
            persons: number;
        };
        CallBackQueue: {
            items: components["schemas"]["CallBackDue"][];
            nextCursor?: string;
        };
        CallBackDue: {
            /** Format: uuid */
            recordId: string;
            /** Format: uuid */
            residentId: string;
            /** @description Masked. */
            residentName: string;
            /** @description Masked. */
            residentPhone: string;
            communityCode: string;
            serviceMinutes: number;
            /** Format: date-time */
            endedAt: string;
            /** @description Calls made so far. */
            calls: number;
            /**
             * @description Of the last call.
             * @enum {string}
             */
            lastAnswer?: "served" | "servedShorter" | "notServed" | "noAnswer" | "wrongNumber" | "declined";
            /** Format: date-time */
            lastCalledAt?: string;
        };
        SlipSheet: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            residentId: string;
            /**
             * Format: date
             * @description The last day these slips are taken.
             */
            expiresOn: string;
            slips: components["schemas"]["PaperSlip"][];
        };
        PaperSlip: {
            /** Format: uuid */
            id: string;
            /** @description Eight digits, once. */
            code: string;
        };
        SlipList: {
            /** @description The newest sheet first. */
            items: components["schemas"]["SlipView"][];
        };
        SlipView: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "printed" | "used" | "expired" | "cancelled";
            /** Format: date-time */
            printedAt: string;
            /**
             * Format: date
             * @description The last day it is taken.
             */
            expiresOn: string;
            /**
             * @description Where it was cancelled.
             * @enum {string}
             */
            reason?: "lost" | "damaged" | "misprinted";
        };
        CancelledSlips: {
            /** Format: uuid */
            id: string;
            cancelled: components["schemas"]["ById"][];
            sheet?: components["schemas"]["SlipSheet"];
        };
        OverduePage: {
            items: components["schemas"]["OverdueRecord"][];
            nextCursor?: string;
        };
        OverdueRecord: {
            /** Format: uuid */
            recordId: string;
            communityCode: string;
            /** @enum {string} */
            state: "pending" | "submitted" | "disputed" | "confirmed" | "inNotice" | "credited" | "corrected" | "voided";
            /** Format: date-time */
            endedAt: string;
            /** @enum {string} */
            stage: "alarm" | "breach";
            /**
             * Format: date
             * @description The tenth working day after the end: the last to record it on.
             */
            dueOn: string;
            /** @description False: the holidays of a year are not known, weekends alone were counted out. */
            calendarKnown: boolean;
        };
        PairFlagPage: {
            items: components["schemas"]["PairFlagView"][];
            nextCursor?: string;
        };
        PairFlagView: {
            /** Format: uuid */
            id: string;
            communityCode: string;
            /** Format: uuid */
            volunteerId: string;
            /** Format: uuid */
            approverId: string;
            /** @description Confirmations between the two in the span. */
            confirmations: number;
            /** @description All confirmations of this volunteer in the span. */
            ofAll: number;
            spanDays: number;
            /** Format: date-time */
            flaggedAt: string;
            /** @enum {string} */
            finding?: "plausible" | "collusion";
        };
        FeedbackView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            recordId: string;
            communityCode: string;
            /**
             * @description Whose word it is.
             * @enum {string}
             */
            from: "volunteer" | "resident";
            /** @description Written down by the committee for the resident. */
            onBehalf: boolean;
            choices: ("punctual" | "careful" | "friendly" | "welcomeAgain" | "late" | "unfinished" | "unfriendly" | "askedForMoney" | "feltUnsafe" | "welcoming" | "clearNeed" | "gladToReturn" | "notAtHome" | "needUnclear" | "moreThanAgreed" | "moneyNotReturned" | "wasUnsafe")[];
            /** @description Sealed at rest. */
            comment?: string;
            /** @description The station should look soon. */
            serious: boolean;
            /** Format: date-time */
            at: string;
        };
        FeedbackPage: {
            items: components["schemas"]["FeedbackView"][];
            nextCursor?: string;
        };
        NoShowPage: {
            items: components["schemas"]["NoShowView"][];
            nextCursor?: string;
        };
        NoShowView: {
            /**
             * Format: uuid
             * @description The id of the claim.
             */
            id: string;
            /** Format: uuid */
            errandId: string;
            /** Format: uuid */
            volunteerId: string;
            communityCode: string;
            /**
             * @description upheld: the appeal changed nothing; withdrawn: it does not count.
             * @enum {string}
             */
            state: "recorded" | "appealed" | "upheld" | "withdrawn";
            /** Format: date-time */
            windowEnd: string;
            /** Format: date-time */
            recordedAt: string;
            /** @enum {string} */
            appealReason?: "residentAsked" | "checkInFailed" | "accident" | "illness" | "wasThere" | "other";
            /** @description For the station and the volunteer. */
            appealNote?: string;
            /** Format: date-time */
            decidedAt?: string;
            /** @description Why it was decided so. */
            answer?: string;
        };
        SuspensionPage: {
            items: components["schemas"]["SuspensionView"][];
            nextCursor?: string;
        };
        SuspensionView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            volunteerId: string;
            communityCode: string;
            /** @enum {string} */
            state: "running" | "reviewAsked" | "kept" | "lifted";
            /** @description No-shows that led to it. */
            noShows: number;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** Format: date-time */
            decidedAt?: string;
            /** @description Why it was decided so. */
            answer?: string;
        };
        BalanceView: {
            /** Format: uuid */
            ownerId: string;
            cityCode: number;
            balanceMinutes: number;
            heldMinutes: number;
            /** @description All that was ever credited. */
            creditedMinutes: number;
            /** @description All that was ever debited. */
            debitedMinutes: number;
        };
        StatementPage: {
            items: components["schemas"]["StatementLine"][];
            nextCursor?: string;
        };
        StatementLine: {
            /** Format: uuid */
            transferId: string;
            sequence: number;
            /** @description Positive in, negative out. */
            minutes: number;
            balanceMinutes: number;
            /** @enum {string} */
            code: "earn" | "redeem" | "exchange" | "gift" | "donate" | "grant" | "expire" | "reverse" | "writeOff" | "correct" | "merge";
            /** @description Aggregate and id of what caused it, such as serviceRecord:<uuid>. */
            reference: string;
            /** Format: date-time */
            recordedAt: string;
        };
        AccountView: {
            /** Format: uuid */
            id: string;
            cityCode: number;
            /** @enum {string} */
            kind: "issuance" | "personal" | "group" | "publicPool" | "escrow" | "expired" | "writeoff" | "clearing";
            /** Format: uuid */
            ownerId?: string;
            /** @description Absent where there is none. */
            floorMinutes?: number;
            balanceMinutes: number;
            heldMinutes: number;
            closed: boolean;
        };
        Solvency: {
            region: string;
            cityCode: number;
            /**
             * Format: date-time
             * @description All figures are of one snapshot at this time.
             */
            asOf: string;
            /** @description People with an account; absent where they are fewer than five. */
            holderCount?: number;
            /** @description Outstanding: credits of people; absent as above. */
            outstandingMinutes?: number;
            /** @description The oldest first; they add up to outstandingMinutes. */
            bands: components["schemas"]["CreditBand"][];
            /** @description Of the whole city; they add up to zero. */
            kinds: components["schemas"]["KindBalance"][];
            /** @description What the city’s public pool holds and has not set aside. */
            poolMinutes: number;
            /**
             * Format: date
             * @description First day of the window, or of the ledger where that is later.
             */
            windowFrom: string;
            /** Format: date */
            windowTo: string;
            windowDays: number;
            flows: components["schemas"]["CreditFlow"][];
            /** @description Redeemed over earned in the window. */
            redemptionRate: components["schemas"]["Ratio"];
            /** @description Outstanding over earned in the window: how many such windows of service all credits are worth. */
            windowsOutstanding?: components["schemas"]["Ratio"];
            projection: components["schemas"]["DemandProjection"];
            /** @description What the projection takes for granted. */
            notes: components["schemas"]["SolvencyNote"][];
        };
        CreditBand: {
            /** @description First birth year of the band. */
            bornFrom?: number;
            /** @description Last birth year of the band. */
            bornTo?: number;
            /** @description Holds people whose decade the ledger was not told. */
            includesUnknown: boolean;
            holderCount: number;
            balanceMinutes: number;
            heldMinutes: number;
        };
        KindBalance: {
            /** @enum {string} */
            kind: "issuance" | "personal" | "group" | "publicPool" | "escrow" | "expired" | "writeoff" | "clearing";
            accountCount: number;
            balanceMinutes: number;
            heldMinutes: number;
        };
        CreditFlow: {
            /** @enum {string} */
            code: "earn" | "redeem" | "exchange" | "gift" | "donate" | "grant" | "expire" | "reverse" | "writeOff" | "correct" | "merge";
            minutes: number;
        };
        Ratio: {
            numerator: number;
            denominator: number;
            /** @description Two decimals, half up; absent where the denominator is not above 0. */
            value?: string;
        };
        DemandProjection: {
            horizonDays: number;
            /** @description Redeemed in the window × horizonDays ÷ windowDays. */
            demandAtPaceMinutes: number;
            /** @description Credits of people who are 60 or older by the end of the horizon: what they may ask for at most. */
            demandOfElderMinutes: number;
            /** @description Earned by service in the window × horizonDays ÷ windowDays. */
            serviceAtPaceMinutes: number;
        };
        SolvencyNote: {
            zh: string;
            en: string;
        };
        LedgerAudit: {
            cityCode: number;
            transferCount: number;
            issuedMinutes: number;
            personalMinutes: number;
            /** @description Balances of all accounts add up to zero. */
            sumsToZero: boolean;
            /** @description Counters of every account equal the sums of its transfers. */
            countersMatch: boolean;
            /** @description Sequence numbers run from 1 without a gap. */
            gapless: boolean;
            /** @description Every row fits the hash chain, and its end is the head’s. */
            chainVerifies: boolean;
            /** @description Every row bears the balances and the links to earlier rows that a replay gives. */
            statementsFit: boolean;
            /** @description Every hold is resolved at most once and in its limits, or known to be open. */
            holdsMatch: boolean;
            openHoldCount: number;
            /** @description In open holds. */
            heldMinutes: number;
            /** @description SHA-256 of the chain’s end, hexadecimal. */
            headHash: string;
            consistent: boolean;
            /** @description The first of them, in order. */
            faults: components["schemas"]["AuditFault"][];
        };
        AuditFault: {
            /** @enum {string} */
            check: "sum" | "counters" | "gap" | "chain" | "statement" | "hold" | "head";
            /** @description The transfer’s number. */
            sequence?: number;
            /** Format: uuid */
            accountId?: string;
            /** Format: uuid */
            holdId?: string;
        };
        GivenView: {
            /**
             * Format: uuid
             * @description Of the transfer.
             */
            id: string;
            cityCode: number;
            minutes: number;
            /** @description Of who gave, after it. */
            balanceMinutes: number;
            /** Format: date-time */
            recordedAt: string;
        };
        GoodsView: {
            /** Format: uuid */
            id: string;
            /** @description The station’s. */
            region: string;
            title: string;
            priceMinutes: number;
            stock: number;
            withdrawn: boolean;
        };
        GoodsPage: {
            items: components["schemas"]["GoodsView"][];
            nextCursor?: string;
        };
        GoodsOrderView: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            goodsId: string;
            title: string;
            /** Format: uuid */
            ownerId: string;
            priceMinutes: number;
            /** @enum {string} */
            state: "ordered" | "collected" | "cancelled" | "expired";
            /** @description Six digits; for who ordered, while it waits. */
            code?: string;
            /**
             * Format: date-time
             * @description Kept until then.
             */
            expiresAt: string;
            /** Format: date-time */
            orderedAt: string;
        };
        GoodsOrderPage: {
            items: components["schemas"]["GoodsOrderView"][];
            nextCursor?: string;
        };
        DailyHeadPage: {
            items: components["schemas"]["DailyHead"][];
            nextCursor?: string;
        };
        DailyHead: {
            cityCode: number;
            /**
             * Format: date
             * @description In Asia/Shanghai.
             */
            day: string;
            /** @description Number of its first transfer. */
            firstSequence: number;
            /** @description Number of its last; firstSequence − 1 on a day without transfers. */
            lastSequence: number;
            /** @description Leaves of the tree. */
            transferCount: number;
            /** @description Root of the tree over the receipts of the day (RFC 6962). */
            merkleRoot: string;
            /** @description Salted hash of the end of the city’s chain. */
            chainSeal: string;
            /** @description `headHash` of the day before; zeros before the first. */
            previousHash: string;
            /** @description SHA-256 over all of the above. */
            headHash: string;
            /** Format: date-time */
            publishedAt: string;
        };
        Receipt: {
            /** @description Version of this form. */
            form: number;
            cityCode: number;
            /** Format: date */
            day: string;
            /** Format: uuid */
            transferId: string;
            /** @description What both sides share, then what the debit and the credit side alone may read. */
            parts: components["schemas"]["ReceiptPart"][];
            /** @description SHA-256 of 0x00 and the hashes of the parts. */
            leafHash: string;
            /** @description Place in the tree, from 0. */
            leafIndex: number;
            /** @description Hashes from the leaf’s neighbour upward, one after the other. */
            path: string;
            /** @description The head it leads to. */
            headHash: string;
        };
        ReceiptPart: {
            salt?: string;
            text?: string;
            /** @description SHA-256 of 0x02, the salt and the text. */
            hash: string;
        };
        ReceiptCheck: {
            /** @description The leaf is in the tree of the head. */
            isIncluded: boolean;
            /** @description The head; none when none is published for the day. */
            heads: components["schemas"]["DailyHead"][];
        };
        PolicyPresets: {
            items: components["schemas"]["PolicyPreset"][];
        };
        PolicyPreset: {
            id: string;
            name: components["schemas"]["BilingualText"];
            /** @description Where it was read. */
            source: string;
            /** @description What the keys cannot say. */
            note: components["schemas"]["BilingualText"];
            policy: components["schemas"]["Policy"];
            /** @description What must be decided before it can be adopted. */
            toDecide: components["schemas"]["BilingualText"][];
        };
        BilingualText: {
            zh: string;
            en: string;
        };
        Policy: {
            /** @enum {string|null} */
            unit: "minute" | "hour" | "coin" | "service" | null;
            /** @enum {string} */
            earnMode: "hourly" | "per_service" | "priced";
            /** @description Of every type, where earnMode is priced; null otherwise. */
            prices: components["schemas"]["PolicyPrice"][] | null;
            rounding: components["schemas"]["PolicyRounding"] | null;
            /** @description Minutes one earner is credited a day. */
            dailyCap: number | null;
            /** @description Minutes; earning stops there. */
            balanceCap: number | null;
            /** @enum {string|null} */
            overflow: "donate" | "honour" | "reject" | null;
            /** @description Minutes, out of the public pool. */
            starterGrant: number | null;
            earnerAge: components["schemas"]["PolicyEarnerAge"] | null;
            redeem: components["schemas"]["PolicyRedeem"] | null;
            transfer: components["schemas"]["PolicyTransfer"] | null;
            /** @enum {string|null} */
            groupHours: "donate_only" | "normal" | null;
            grant: components["schemas"]["PolicyGrant"] | null;
            /** @description Days after which unspent credits expire. */
            expiryDays: number | null;
            /** @enum {string|null} */
            leaveRegion: "keep" | "donate" | "expire" | null;
            /** @enum {string|null} */
            death: "inherit" | "donate" | "expire" | null;
            /** @enum {string|null} */
            verification: "device" | "offline" | "dual_review" | null;
            /** @description Minutes between two services of the same volunteer for the same resident. */
            minBreakBetweenSamePair: number | null;
        };
        PolicyPrice: {
            /** @enum {string} */
            type: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
            /** @description Minutes a service of this type is worth, whatever it took. */
            minutes: number;
        };
        PolicyRounding: {
            /** @description Credits of a record are a multiple of it. */
            stepMinutes: number;
            /**
             * @description What becomes of the rest of a step.
             * @enum {string|null}
             */
            mode: "down" | "nearest" | "up" | null;
        };
        PolicyEarnerAge: {
            /** @description Full years on the day of the service. */
            min: number | null;
            max: number | null;
            /**
             * @description Below min; null credits nothing.
             * @enum {string|null}
             */
            minorMode: "donate" | "honour" | null;
        };
        PolicyRedeem: {
            /** @description Full years of who is served. */
            minAge: number | null;
            /** @description The spouse may be served too. */
            spouse: boolean | null;
            /** @description Hours of service recorded before. */
            minStarHours: number | null;
            /** @description Goods too, not only service. Never money. */
            goods: boolean | null;
            /** @description In whole units only. */
            integerOnly: boolean | null;
        };
        PolicyTransfer: {
            /** @description To whom credits may be given. */
            scope: ("spouse" | "linealRelatives" | "relatives" | "friends" | "hardshipElders" | "platform")[] | null;
            /** @description Full years of who gives. */
            minAge: number | null;
        };
        PolicyGrant: {
            /** @description Any of them; one suffices. */
            eligibility: ("subsistenceAllowance" | "lowIncome" | "extremePoverty" | "leftBehindElderly" | "childlessWidowedElderly" | "livingAloneElderly" | "childInDifficulty" | "severelyDisabledHardship")[] | null;
            /** @description Minutes a person and period. */
            amount: number | null;
            /**
             * @description In Asia/Shanghai.
             * @enum {string|null}
             */
            period: "once" | "month" | "quarter" | "year" | null;
            /** @enum {string|null} */
            sourcePool: "publicPool" | null;
        };
        PolicyTimeline: {
            /** @description First four digits of the region. */
            cityCode: number;
            /** @description In the order of their days. */
            versions: components["schemas"]["PolicyVersionView"][];
        };
        PolicyVersionView: {
            /** @description Gapless in its city; 1 is everybody’s first. */
            version: number;
            /**
             * Format: date
             * @description Absent of the first, which holds from the beginning.
             */
            effectiveFrom?: string;
            /** Format: date */
            effectiveUntil?: string;
            /** @description Today, in Asia/Shanghai. */
            isInForce: boolean;
            presetId?: string;
            note?: string;
            policy: components["schemas"]["Policy"];
            /** Format: date-time */
            recordedAt?: string;
        };
        ProposedPolicy: {
            /**
             * Format: date
             * @description First day in force; tomorrow at the earliest.
             */
            effectiveFrom: string;
            /**
             * Format: date
             * @description First day no longer in force; then the next version begins on it.
             */
            effectiveUntil?: string;
            /** @description The preset it was made from. */
            presetId?: string;
            /** @description Why; the number of the decision, say. */
            note?: string;
            policy: components["schemas"]["Policy"];
        };
        DryRunView: {
            /** @description On the first page only. */
            totals?: components["schemas"]["DryRunTotals"];
            items: components["schemas"]["DryRunLine"][];
            nextCursor?: string;
        };
        DryRunTotals: {
            recordCount: number;
            /** @description Of these records, those whose facts were not kept; left out. */
            unknownCount: number;
            volunteerCount: number;
            gainerCount: number;
            loserCount: number;
            /** @description Volunteers who would meet the daily or the balance cap. */
            cappedCount: number;
            gainedMinutes: number;
            lostMinutes: number;
            /** @description What was really posted. */
            actual: components["schemas"]["CreditSums"];
            proposed: components["schemas"]["CreditSums"];
            /** @description Under the proposed policy. */
            reasons: components["schemas"]["ReasonCount"][];
        };
        CreditSums: {
            creditedMinutes: number;
            donatedMinutes: number;
            honourMinutes: number;
        };
        ReasonCount: {
            /** @enum {string} */
            reason: "voided" | "notDeviceVerified" | "notDualReviewed" | "ageUnknown" | "tooYoung" | "tooOld" | "samePairTooSoon" | "belowStep" | "unpriced" | "groupDonates" | "dailyCap" | "balanceCap" | "refused" | "unrecorded";
            recordCount: number;
            /** @description Of what these records are worth, not credited to volunteers. */
            minutes: number;
        };
        DryRunLine: {
            /** Format: uuid */
            volunteerId: string;
            recordCount: number;
            /** @description Credited really. */
            actualMinutes: number;
            /** @description Credited under the proposed policy. */
            proposedMinutes: number;
            /** @description Records that would meet a cap. */
            cappedCount: number;
        };
        EarningView: {
            /** Format: uuid */
            recordId: string;
            /** @description Version of the record. */
            version: number;
            /** @description Gapless in its city; 1 is everybody’s first. */
            policyVersion?: number;
            creditedMinutes: number;
            /** @description To the public pool. */
            donatedMinutes: number;
            /** @description Kept as honour hours. */
            honourMinutes: number;
            /**
             * @description Why not all of it was credited.
             * @enum {string}
             */
            reason?: "voided" | "notDeviceVerified" | "notDualReviewed" | "ageUnknown" | "tooYoung" | "tooOld" | "samePairTooSoon" | "belowStep" | "unpriced" | "groupDonates" | "dailyCap" | "balanceCap" | "refused" | "unrecorded";
            /**
             * Format: uuid
             * @description The transfer that credits it.
             */
            transferId?: string;
            /** Format: date-time */
            decidedAt?: string;
        };
        PoolFunding: {
            /**
             * Format: uuid
             * @description Of the transfer too.
             */
            id: string;
            /** @description First four digits of the region. */
            cityCode: number;
            minutes: number;
            /** @description Why, for everybody to read: the decision and its number, say. */
            reason: string;
            /** Format: date-time */
            fundedAt: string;
            /** @description In the pool after it. */
            poolMinutes: number;
            /** @description Funded in its calendar year with it. */
            yearMinutes: number;
        };
        PoolFundingPage: {
            /** @description The newest first. */
            items: components["schemas"]["PoolFunding"][];
            nextCursor?: string;
        };
        LeavingView: {
            /** Format: uuid */
            ownerId: string;
            /** @description First four digits of the region. */
            cityCode: number;
            /** @enum {string} */
            cause: "death" | "leftRegion";
            /** @enum {string} */
            outcome: "keep" | "donate" | "expire" | "inherit";
            /** @description That were moved. */
            minutes: number;
            /** @description Of the policy that says so. */
            policyVersion: number;
            /** @description Not where the balance is kept. */
            closed: boolean;
            /** Format: date-time */
            settledAt: string;
        };
        Totals: {
            region: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            to: string;
            metrics: components["schemas"]["Metrics"];
            /** @description Credits there are at the end of the last day: issued, less expired, and what was written off. Absent with a first day. */
            creditsOutstandingMinutes?: number;
            /** @description What an errand with a purchase cost in fen: `purchasesPaidFen` ÷ `purchasesPaid`, two decimals, half up. Absent without one. */
            costPerErrandFen?: number;
            /**
             * Format: date-time
             * @description When the newest counted event of these cities happened; absent before the first. Events arrive in any order: one that happened earlier may still be on its way, and counts on its own day once it is here.
             */
            asOf?: string;
            /** @description Milliseconds between that event and its counting. */
            lagMs: number;
        };
        Metrics: {
            /** @description Registered volunteers, by home community. */
            volunteersRegistered: number;
            /** @description Of these, with a verified real name. */
            volunteersVerified: number;
            /** @description Needs that were submitted; each state below counts when it is entered. */
            needsSubmitted: number;
            needsVerified: number;
            /** @description Needs forwarded to a station. */
            needsForwarded: number;
            needsAccepted: number;
            needsPosted: number;
            needsDispatched: number;
            needsReferred: number;
            needsRejected: number;
            needsFulfilled: number;
            needsClosed: number;
            needsCancelled: number;
            errandsOpened: number;
            errandsClaimed: number;
            errandsReleased: number;
            /** @description Check-ins. */
            errandsCheckedIn: number;
            errandsFinished: number;
            /** @description Errands whose window ended with a place left, each once. */
            errandsExpired: number;
            /** @description Errands whose need was cancelled. */
            errandsCancelled: number;
            /** @description Purchases on errands that were paid back, at cost. */
            purchasesPaid: number;
            /** @description What they cost together, in fen. */
            purchasesPaidFen: number;
            /** @description Confirmed service records: person-times (人次). */
            servicesConfirmed: number;
            /** @description Confirmed minutes proven by a device. */
            deviceVerifiedMinutes: number;
            /** @description Confirmed minutes attested by two people. */
            attestedMinutes: number;
            /** @description Services given by volunteers whose home is here, wherever they gave them. */
            homeServicesConfirmed: number;
            /** @description Minutes of these, proven by a device. */
            homeDeviceVerifiedMinutes: number;
            /** @description Minutes of these, attested. */
            homeAttestedMinutes: number;
            /** @description Credits issued to volunteers for service, less what corrections took back: below 0 on days with more of these. */
            creditsIssuedMinutes: number;
            /** @description Credits redeemed, less what was taken back. */
            creditsSpentMinutes: number;
            /** @description Credits that nobody spent in time, less what was taken back. */
            creditsExpiredMinutes: number;
            /** @description Credits taken back after they were spent, borne by the city. */
            creditsWrittenOffMinutes: number;
            /** @description Volunteers who live here and served in the 30 days up to the last day. */
            volunteersActive30: number;
            /** @description The same in 90 days. */
            volunteersActive90: number;
            /** @description The same in 365 days. */
            volunteersActive365: number;
        };
        Breakdown: {
            region: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            to: string;
            metrics: components["schemas"]["Metrics"];
            /** @description Credits there are at the end of the last day: issued, less expired, and what was written off. Absent with a first day. */
            creditsOutstandingMinutes?: number;
            /** @description What an errand with a purchase cost in fen: `purchasesPaidFen` ÷ `purchasesPaid`, two decimals, half up. Absent without one. */
            costPerErrandFen?: number;
            /**
             * Format: date-time
             * @description When the newest counted event of these cities happened; absent before the first. Events arrive in any order: one that happened earlier may still be on its way, and counts on its own day once it is here.
             */
            asOf?: string;
            /** @description Milliseconds between that event and its counting. */
            lagMs: number;
            /** @description One row a division one level below (a community: itself); they add up to metrics. */
            children: components["schemas"]["RegionTotals"][];
        };
        RegionTotals: {
            /** @description The division asked for itself, where something counts for none of its parts. */
            region: string;
            name: string;
            metrics: components["schemas"]["Metrics"];
        };
        HazardReport: {
            region: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            to: string;
            /** @description Of all categories. */
            all: components["schemas"]["HazardFigures"];
            /** @description Categories of which something counts. */
            categories: components["schemas"]["HazardCounts"][];
            /**
             * Format: date-time
             * @description As of totals.
             */
            asOf?: string;
            lagMs: number;
        };
        HazardFigures: {
            /** @description Reports, those that joined a known hazard included. */
            reports: number;
            /** @description Hazards, each once. */
            hazards: number;
            handled: number;
            fedBack: number;
            closed: number;
            /** @description Found to be still there. */
            reopened: number;
            /** @description Half of the closed took no longer, from the first report; 10 % exact. */
            closureP50Minutes?: number;
            /** @description 95 of 100 took no longer. */
            closureP95Minutes?: number;
        };
        HazardCounts: {
            /** @description Reports, those that joined a known hazard included. */
            reports: number;
            /** @description Hazards, each once. */
            hazards: number;
            handled: number;
            fedBack: number;
            closed: number;
            /** @description Found to be still there. */
            reopened: number;
            /** @description Half of the closed took no longer, from the first report; 10 % exact. */
            closureP50Minutes?: number;
            /** @description 95 of 100 took no longer. */
            closureP95Minutes?: number;
            /** @enum {string} */
            category: "rubbish" | "blockedPassage" | "fireRisk" | "exposedWiring" | "bicycleCharging" | "brokenFacility" | "slipperyGround" | "waterLeak" | "fallenTree" | "strayAnimal" | "other";
        };
        DailyTotals: {
            region: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description One row a day; what happened adds up to the totals over the same days. */
            days: components["schemas"]["DayTotals"][];
            /**
             * Format: date-time
             * @description As of totals.
             */
            asOf?: string;
            lagMs: number;
        };
        DayTotals: {
            /** Format: date */
            day: string;
            /** @description Of the day; who is active, as of its end. */
            metrics: components["schemas"]["Metrics"];
        };
        CountedServices: {
            /** @description Of all pages: equal to servicesConfirmed. */
            services: number;
            deviceVerifiedMinutes: number;
            attestedMinutes: number;
            items: components["schemas"]["CountedService"][];
            nextCursor?: string;
            /**
             * Format: date-time
             * @description As of totals.
             */
            asOf?: string;
            lagMs: number;
        };
        CountedService: {
            /** Format: uuid */
            recordId: string;
            /** @description Place of service. */
            communityCode: string;
            /** @enum {string} */
            verification: "deviceVerified" | "attested";
            serviceMinutes: number;
            version: number;
        };
        CountedSteps: {
            /** @description Of all pages: what the day’s total says. */
            total: number;
            items: components["schemas"]["CountedStep"][];
            nextCursor?: string;
        };
        CountedStep: {
            /**
             * Format: uuid
             * @description Of a need, or of an errand that opened.
             */
            needId?: string;
            /**
             * Format: uuid
             * @description Of an errand, or of a purchase on one.
             */
            errandId?: string;
            communityCode: string;
            /** Format: date-time */
            at: string;
            /** @description 1; of `purchasesPaidFen` what was paid. */
            amount: number;
        };
        DailyReport: {
            region: string;
            /** Format: date */
            day: string;
            /** @description The newest first; none ever changes. */
            revisions: components["schemas"]["DailyRevision"][];
            /** @description What late events and corrections have changed since: the next revision would say otherwise. */
            outdated: ("volunteersRegistered" | "volunteersVerified" | "needsSubmitted" | "needsVerified" | "needsForwarded" | "needsAccepted" | "needsPosted" | "needsDispatched" | "needsReferred" | "needsRejected" | "needsFulfilled" | "needsClosed" | "needsCancelled" | "errandsOpened" | "errandsClaimed" | "errandsReleased" | "errandsCheckedIn" | "errandsFinished" | "errandsExpired" | "errandsCancelled" | "purchasesPaid" | "purchasesPaidFen" | "servicesConfirmed" | "deviceVerifiedMinutes" | "attestedMinutes" | "homeServicesConfirmed" | "homeDeviceVerifiedMinutes" | "homeAttestedMinutes" | "creditsIssuedMinutes" | "creditsSpentMinutes" | "creditsExpiredMinutes" | "creditsWrittenOffMinutes" | "volunteersActive30" | "volunteersActive90" | "volunteersActive365")[];
            /**
             * Format: date-time
             * @description As of totals.
             */
            asOf?: string;
            lagMs: number;
        };
        DailyRevision: {
            revision: number;
            /** Format: date-time */
            publishedAt: string;
            /** @description Of every revision but the first. */
            reason?: string;
            metrics: components["schemas"]["Metrics"];
        };
        Reconciliation: {
            region: string;
            /** Format: date-time */
            checkedAt: string;
            /** @description Communities whose figures were compared. */
            communities: number;
            /** @description Nothing differed. */
            fits: boolean;
            /** @description What differed was put right. */
            rebuilt: boolean;
            /** @description The first thousand. */
            differences: components["schemas"]["Difference"][];
        };
        Difference: {
            communityCode: string;
            /** Format: date */
            day: string;
            /** @description A metric, or a counter of a distribution. */
            name: string;
            reported: number;
            owned: number;
        };
        TimeToClaim: {
            region: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            to: string;
            /** @enum {string} */
            by: "needType" | "hour" | "part";
            /** @description Figures are at most so many percent off the exact ones. */
            errorPercent: number;
            all: components["schemas"]["WaitFigures"];
            /** @description Groups in which something was claimed. */
            groups: components["schemas"]["WaitGroup"][];
            /**
             * Format: date-time
             * @description As of totals.
             */
            asOf?: string;
            lagMs: number;
        };
        WaitFigures: {
            claims: number;
            /** @description Half of the claims came within it; absent without claims. */
            p50Seconds?: number;
            /** @description 95 of a hundred came within it. */
            p95Seconds?: number;
        };
        WaitGroup: {
            claims: number;
            /** @description Half of the claims came within it; absent without claims. */
            p50Seconds?: number;
            /** @description 95 of a hundred came within it. */
            p95Seconds?: number;
            /** @description A need type, an hour from 0 to 23, or a division’s 12 digits. */
            key: string;
            /** @description Of a division. */
            name?: string;
        };
        PeriodReport: {
            region: string;
            /** @enum {string} */
            kind: "week" | "month" | "year";
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description The newest first; none ever changes. */
            revisions: components["schemas"]["DailyRevision"][];
            /** @description What has changed since, as of the daily report. */
            outdated: ("volunteersRegistered" | "volunteersVerified" | "needsSubmitted" | "needsVerified" | "needsForwarded" | "needsAccepted" | "needsPosted" | "needsDispatched" | "needsReferred" | "needsRejected" | "needsFulfilled" | "needsClosed" | "needsCancelled" | "errandsOpened" | "errandsClaimed" | "errandsReleased" | "errandsCheckedIn" | "errandsFinished" | "errandsExpired" | "errandsCancelled" | "purchasesPaid" | "purchasesPaidFen" | "servicesConfirmed" | "deviceVerifiedMinutes" | "attestedMinutes" | "homeServicesConfirmed" | "homeDeviceVerifiedMinutes" | "homeAttestedMinutes" | "creditsIssuedMinutes" | "creditsSpentMinutes" | "creditsExpiredMinutes" | "creditsWrittenOffMinutes" | "volunteersActive30" | "volunteersActive90" | "volunteersActive365")[];
            /**
             * Format: date-time
             * @description As of totals.
             */
            asOf?: string;
            lagMs: number;
        };
        Comparison: {
            region: string;
            current: components["schemas"]["SpanTotals"];
            /** @description The same days a year before; 29 February against 28 February. */
            previous: components["schemas"]["SpanTotals"];
            changes: components["schemas"]["Change"][];
            /**
             * Format: date-time
             * @description As of totals.
             */
            asOf?: string;
            lagMs: number;
        };
        SpanTotals: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            metrics: components["schemas"]["Metrics"];
        };
        Change: {
            /** @enum {string} */
            name: "volunteersRegistered" | "volunteersVerified" | "needsSubmitted" | "needsVerified" | "needsForwarded" | "needsAccepted" | "needsPosted" | "needsDispatched" | "needsReferred" | "needsRejected" | "needsFulfilled" | "needsClosed" | "needsCancelled" | "errandsOpened" | "errandsClaimed" | "errandsReleased" | "errandsCheckedIn" | "errandsFinished" | "errandsExpired" | "errandsCancelled" | "purchasesPaid" | "purchasesPaidFen" | "servicesConfirmed" | "deviceVerifiedMinutes" | "attestedMinutes" | "homeServicesConfirmed" | "homeDeviceVerifiedMinutes" | "homeAttestedMinutes" | "creditsIssuedMinutes" | "creditsSpentMinutes" | "creditsExpiredMinutes" | "creditsWrittenOffMinutes" | "volunteersActive30" | "volunteersActive90" | "volunteersActive365";
            current: number;
            previous: number;
            /** @description (current − previous) ÷ previous, per cent, two decimals, half up; absent unless previous > 0. */
            percent?: number;
        };
        Ranking: {
            region: string;
            /** Format: date */
            from?: string;
            /** Format: date */
            to: string;
            /** @enum {string} */
            by: "volunteersRegistered" | "volunteersVerified" | "needsSubmitted" | "needsVerified" | "needsForwarded" | "needsAccepted" | "needsPosted" | "needsDispatched" | "needsReferred" | "needsRejected" | "needsFulfilled" | "needsClosed" | "needsCancelled" | "errandsOpened" | "errandsClaimed" | "errandsReleased" | "errandsCheckedIn" | "errandsFinished" | "errandsExpired" | "errandsCancelled" | "purchasesPaid" | "purchasesPaidFen" | "servicesConfirmed" | "deviceVerifiedMinutes" | "attestedMinutes" | "homeServicesConfirmed" | "homeDeviceVerifiedMinutes" | "homeAttestedMinutes" | "creditsIssuedMinutes" | "creditsSpentMinutes" | "creditsExpiredMinutes" | "creditsWrittenOffMinutes" | "volunteersActive30" | "volunteersActive90" | "volunteersActive365";
            /** @enum {string} */
            per: "count" | "population";
            /** @description The divisions one level below, the greatest first; those without a rank last. */
            rows: components["schemas"]["RankedRegion"][];
            /**
             * Format: date-time
             * @description As of totals.
             */
            asOf?: string;
            lagMs: number;
        };
        RankedRegion: {
            /** @description Equal figures share a rank, and the next rank counts them all. Absent without a population. */
            rank?: number;
            region: string;
            name: string;
            value: number;
            /** @description Absent where the population table has no figure for the division: none is estimated. */
            population?: number;
            /** @description To a thousand people, two decimals, half up. */
            perThousand?: number;
        };
        Ratios: {
            region: string;
            /** Format: date */
            to: string;
            ratios: components["schemas"]["NamedRatio"][];
            /** @description Version of the population table; 0 before the first. */
            populationVersion: number;
            /**
             * Format: date-time
             * @description As of totals.
             */
            asOf?: string;
            lagMs: number;
        };
        NamedRatio: {
            /** @enum {string} */
            name: "volunteerRatio" | "activeRatio" | "stationCoverage" | "stationCoverageWithoutZones" | "licenceRate";
            numerator: number;
            /** @enum {string} */
            dividedBy: "population" | "townshipUnits" | "townshipUnitsWithoutZones" | "socialWorkers";
            /** @description Absent where there is none. */
            denominator?: number;
            /** @description Two decimals, half up; absent without a denominator. */
            percent?: number;
            /**
             * @description How certain the denominator is, and so the ratio.
             * @enum {string}
             */
            qualifier?: "exact" | "approx" | "atLeast";
            /** @description Of the denominator. */
            source?: string;
            /** @description Why there is no ratio, in Chinese and English. */
            missing?: string;
        };
        RatiosOfParts: {
            region: string;
            /** Format: date */
            to: string;
            /** @description One row a division one level below (a community: itself). */
            parts: components["schemas"]["PartRatios"][];
            /** @description Version of the population table; 0 before the first. */
            populationVersion: number;
            /**
             * Format: date-time
             * @description As of totals.
             */
            asOf?: string;
            lagMs: number;
        };
        PartRatios: {
            region: string;
            name: string;
            ratios: components["schemas"]["NamedRatio"][];
        };
        Recipients: {
            /** @description People who were served (人), each once. */
            persons: number;
            /** @description Households (户): doors of a community behind which somebody was. */
            households: number;
            region: string;
            /** @enum {string} */
            span: "month" | "year";
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description Of a month or year that is not over: today.
             */
            to: string;
            /** @description Services of these days (人次): servicesConfirmed of totals. */
            personTimes: number;
            /** @description Divisions one level below (a community: itself), by place of service. They add up to no less than the whole: whom two of them served counts in both. */
            children: components["schemas"]["RegionRecipients"][];
            /**
             * Format: date-time
             * @description As of totals.
             */
            asOf?: string;
            lagMs: number;
        };
        RegionRecipients: {
            /** @description People who were served (人), each once. */
            persons: number;
            /** @description Households (户): doors of a community behind which somebody was. */
            households: number;
            region: string;
            name: string;
        };
        NewSubscription: {
            /** Format: uuid */
            id: string;
            region: string;
            /** @enum {string} */
            kind: "day" | "week" | "month" | "year";
            url: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endedAt?: string;
            /** @description Reports on their way, or to be tried again. */
            waiting: number;
            /** @description Reports given up after seven tries. */
            dead: number;
            /** @description What deliveries are signed with: in this answer only. */
            secret: string;
        };
        SubscriptionPage: {
            items: components["schemas"]["Subscription"][];
            nextCursor?: string;
        };
        Subscription: {
            /** Format: uuid */
            id: string;
            region: string;
            /** @enum {string} */
            kind: "day" | "week" | "month" | "year";
            url: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endedAt?: string;
            /** @description Reports on their way, or to be tried again. */
            waiting: number;
            /** @description Reports given up after seven tries. */
            dead: number;
        };
        SubscriptionDetail: {
            /** Format: uuid */
            id: string;
            region: string;
            /** @enum {string} */
            kind: "day" | "week" | "month" | "year";
            url: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endedAt?: string;
            /** @description Reports on their way, or to be tried again. */
            waiting: number;
            /** @description Reports given up after seven tries. */
            dead: number;
            /** @description The newest first. */
            deliveries: components["schemas"]["Delivery"][];
        };
        Delivery: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date
             * @description First day of the report.
             */
            from: string;
            revision: number;
            /** @enum {string} */
            state: "waiting" | "delivered" | "dead";
            tries: number;
            /**
             * Format: date-time
             * @description When it is tried next.
             */
            nextAt?: string;
            /** Format: date-time */
            deliveredAt?: string;
            /**
             * @description Why the last try failed.
             * @enum {string}
             */
            fault?: "unresolved" | "refused" | "unreachable" | "timeout" | "status";
            /** @description HTTP status of the last answer. */
            status?: number;
        };
        OpenMonth: {
            region: string;
            month: string;
            /** Format: date-time */
            publishedAt: string;
            /** @description A figure above 0 and below it is kept back. */
            threshold: number;
            /** @description The division itself, then those one level below down to subdistricts. */
            rows: components["schemas"]["OpenRow"][];
        };
        OpenRow: {
            region: string;
            name: string;
            /** @enum {string} */
            level: "province" | "city" | "county" | "township" | "community";
            figures: components["schemas"]["OpenFigures"];
        };
        OpenFigures: {
            /** @description As totals have it; so are the others. */
            volunteersRegistered?: number;
            volunteersVerified?: number;
            /** @description At the end of the month. */
            volunteersActive30?: number;
            needsSubmitted?: number;
            needsFulfilled?: number;
            errandsOpened?: number;
            errandsFinished?: number;
            servicesConfirmed?: number;
            /** @description Device-verified and attested together; kept back wherever servicesConfirmed is. */
            serviceMinutes?: number;
        };
        StaffWeek: {
            /** Format: date */
            from: string;
            /** @description Who works there, and whoever has a shift that week. */
            people: components["schemas"]["StaffOnRota"][];
            /** @description What begins or runs in the week, by its start. */
            shifts: components["schemas"]["StaffShiftView"][];
        };
        StaffOnRota: {
            /** Format: uuid */
            staffId: string;
            displayName: string;
            /** Format: uuid */
            organisationId?: string;
        };
        StaffShiftView: {
            /**
             * Format: uuid
             * @description Made by the caller.
             */
            id: string;
            /**
             * Format: uuid
             * @description Somebody of a station of your region.
             */
            staffId: string;
            /** Format: date-time */
            startsAt: string;
            /**
             * Format: date-time
             * @description From 15 minutes to 16 hours later; it may lie on the next day.
             */
            endsAt: string;
        };
        StatisticView: {
            /** @description What it stands on: a list, a report, a document with its number. No names of people. */
            evidence: string;
            /** @description SHA-256 of the document. */
            evidenceSha256?: string;
            value: number;
            /** @enum {string} */
            qualifier: "exact" | "approx" | "atLeast";
            /**
             * Format: uuid
             * @description Id of the record, made by the caller.
             */
            id: string;
            region: string;
            /** @enum {string} */
            metric: "socialWorkStations" | "communitiesCovered" | "residentsCommittees" | "committeeStaff" | "residents" | "courierSites" | "courierVolunteers" | "registeredVolunteers" | "volunteerPersonTimes" | "serviceHours" | "socialWorkers" | "licensedSocialWorkers" | "cases" | "casePersonTimes" | "groups" | "groupPersonTimes" | "communityActivities" | "activityPersonTimes" | "personTimes" | "personsServed" | "householdsServed" | "serviceMinutes" | "timeBankActivities" | "resourceLinks" | "resourceEquivalentFen" | "campaigns" | "problemsLogged" | "problemsReferred";
            /**
             * Format: date
             * @description First day it covers; absent of what there is on the last.
             */
            from?: string;
            /**
             * Format: date
             * @description Last day it covers.
             */
            to: string;
            /** @description Who says so: a station, a bureau, a publication. */
            source: string;
            /**
             * Format: uuid
             * @description What it adds to the goal of this campaign; no figure of the region then, but of the campaign.
             */
            campaignId?: string;
            version: number;
            isWithdrawn: boolean;
            reason?: string;
            /** Format: date-time */
            enteredAt: string;
        };
        StatisticList: {
            items: components["schemas"]["StatisticView"][];
        };
        EnterStatisticInput: {
            /** @description What it stands on: a list, a report, a document with its number. No names of people. */
            evidence: string;
            /** @description SHA-256 of the document. */
            evidenceSha256?: string;
            value: number;
            /** @enum {string} */
            qualifier: "exact" | "approx" | "atLeast";
            /**
             * Format: uuid
             * @description Id of the record, made by the caller.
             */
            id: string;
            region: string;
            /** @enum {string} */
            metric: "socialWorkStations" | "communitiesCovered" | "residentsCommittees" | "committeeStaff" | "residents" | "courierSites" | "courierVolunteers" | "registeredVolunteers" | "volunteerPersonTimes" | "serviceHours" | "socialWorkers" | "licensedSocialWorkers" | "cases" | "casePersonTimes" | "groups" | "groupPersonTimes" | "communityActivities" | "activityPersonTimes" | "personTimes" | "personsServed" | "householdsServed" | "serviceMinutes" | "timeBankActivities" | "resourceLinks" | "resourceEquivalentFen" | "campaigns" | "problemsLogged" | "problemsReferred";
            /**
             * Format: date
             * @description First day it covers; absent of what there is on the last.
             */
            from?: string;
            /**
             * Format: date
             * @description Last day it covers.
             */
            to: string;
            /** @description Who says so: a station, a bureau, a publication. */
            source: string;
            /**
             * Format: uuid
             * @description What it adds to the goal of this campaign; no figure of the region then, but of the campaign.
             */
            campaignId?: string;
        };
        StatisticPage: {
            items: components["schemas"]["StatisticView"][];
            nextCursor?: string;
        };
        PublishedFigures: {
            region: string;
            /**
             * Format: date-time
             * @description When the newest version among the records was entered.
             */
            asOf?: string;
            /** @description Each the sum of its records; metrics without any are absent. */
            figures: components["schemas"]["PublishedFigure"][];
        };
        PublishedFigure: {
            /** @enum {string} */
            metric: "socialWorkStations" | "communitiesCovered" | "residentsCommittees" | "committeeStaff" | "residents" | "courierSites" | "courierVolunteers" | "registeredVolunteers" | "volunteerPersonTimes" | "serviceHours" | "socialWorkers" | "licensedSocialWorkers" | "cases" | "casePersonTimes" | "groups" | "groupPersonTimes" | "communityActivities" | "activityPersonTimes" | "personTimes" | "personsServed" | "householdsServed" | "serviceMinutes" | "timeBankActivities" | "resourceLinks" | "resourceEquivalentFen" | "campaigns" | "problemsLogged" | "problemsReferred";
            value: number;
            /**
             * @description The least certain of its records.
             * @enum {string}
             */
            qualifier: "exact" | "approx" | "atLeast";
            records: number;
        };
        CampaignView: {
            /** @description What it stands on: a list, a report, a document with its number. No names of people. */
            evidence: string;
            /** @description SHA-256 of the document. */
            evidenceSha256?: string;
            /** @description In units of the metric. */
            target: number;
            /**
             * Format: uuid
             * @description Id of the campaign, made by the caller.
             */
            id: string;
            region: string;
            name: string;
            /** @enum {string} */
            metric: "personsServed" | "householdsServed" | "personTimes" | "volunteerPersonTimes" | "serviceMinutes" | "serviceHours" | "cases" | "groups" | "communityActivities" | "activityPersonTimes" | "resourceLinks" | "resourceEquivalentFen";
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /**
             * Format: date
             * @description Last day; it may lie ahead.
             */
            to: string;
            version: number;
            isWithdrawn: boolean;
            reason?: string;
            /** Format: date-time */
            enteredAt: string;
        };
        CampaignList: {
            items: components["schemas"]["CampaignView"][];
        };
        EnterCampaignInput: {
            /** @description What it stands on: a list, a report, a document with its number. No names of people. */
            evidence: string;
            /** @description SHA-256 of the document. */
            evidenceSha256?: string;
            /** @description In units of the metric. */
            target: number;
            /**
             * Format: uuid
             * @description Id of the campaign, made by the caller.
             */
            id: string;
            region: string;
            name: string;
            /** @enum {string} */
            metric: "personsServed" | "householdsServed" | "personTimes" | "volunteerPersonTimes" | "serviceMinutes" | "serviceHours" | "cases" | "groups" | "communityActivities" | "activityPersonTimes" | "resourceLinks" | "resourceEquivalentFen";
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /**
             * Format: date
             * @description Last day; it may lie ahead.
             */
            to: string;
        };
        CampaignPage: {
            items: components["schemas"]["CampaignProgress"][];
            nextCursor?: string;
        };
        CampaignProgress: {
            /** @description What it stands on: a list, a report, a document with its number. No names of people. */
            evidence: string;
            /** @description SHA-256 of the document. */
            evidenceSha256?: string;
            /** @description In units of the metric. */
            target: number;
            /**
             * Format: uuid
             * @description Id of the campaign, made by the caller.
             */
            id: string;
            region: string;
            name: string;
            /** @enum {string} */
            metric: "personsServed" | "householdsServed" | "personTimes" | "volunteerPersonTimes" | "serviceMinutes" | "serviceHours" | "cases" | "groups" | "communityActivities" | "activityPersonTimes" | "resourceLinks" | "resourceEquivalentFen";
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /**
             * Format: date
             * @description Last day; it may lie ahead.
             */
            to: string;
            version: number;
            isWithdrawn: boolean;
            reason?: string;
            /** Format: date-time */
            enteredAt: string;
            /** @description By the newest versions of its records. */
            reached: number;
            /**
             * @description The least certain of its records; exact without any.
             * @enum {string}
             */
            qualifier: "exact" | "approx" | "atLeast";
            /** @description reached ÷ target, two decimals, half up; it may exceed 100. */
            percent: number;
            /** @description Records it was reached by. */
            records: number;
            /**
             * Format: date-time
             * @description When the newest version of these was entered.
             */
            asOf?: string;
        };
        ProblemView: {
            /** @description What it stands on: a list, a report, a document with its number. No names of people. */
            evidence: string;
            /** @description SHA-256 of the document. */
            evidenceSha256?: string;
            /** @enum {string} */
            category: "food" | "oil" | "vegetables" | "medicine" | "urgentMedicalCare" | "policyAdvice" | "counselling" | "emotionalSupport" | "other";
            /** @description What was asked. No names, numbers or doors. */
            asked: string;
            /** @description How it was handled so far. No names, numbers or doors. */
            handling?: string;
            /** @enum {string} */
            state: "open" | "referred" | "closed";
            /**
             * @description Where it was referred to.
             * @enum {string}
             */
            body?: "hospital" | "police" | "fireService" | "civilAffairsBureau" | "disabledPersonsFederation" | "psychologicalService" | "legalAid" | "propertyManagement" | "utilities" | "socialWorkStation" | "other";
            /** @description Name of that body. */
            bodyName?: string;
            /**
             * Format: uuid
             * @description Id of the entry, made by the caller.
             */
            id: string;
            /** @description The community. */
            region: string;
            /**
             * Format: date
             * @description When it was asked.
             */
            day: string;
            version: number;
            isWithdrawn: boolean;
            reason?: string;
            /** Format: date-time */
            enteredAt: string;
        };
        ProblemList: {
            items: components["schemas"]["ProblemView"][];
        };
        LogProblemInput: {
            /** @description What it stands on: a list, a report, a document with its number. No names of people. */
            evidence: string;
            /** @description SHA-256 of the document. */
            evidenceSha256?: string;
            /** @enum {string} */
            category: "food" | "oil" | "vegetables" | "medicine" | "urgentMedicalCare" | "policyAdvice" | "counselling" | "emotionalSupport" | "other";
            /** @description What was asked. No names, numbers or doors. */
            asked: string;
            /** @description How it was handled so far. No names, numbers or doors. */
            handling?: string;
            /** @enum {string} */
            state: "open" | "referred" | "closed";
            /**
             * @description Where it was referred to.
             * @enum {string}
             */
            body?: "hospital" | "police" | "fireService" | "civilAffairsBureau" | "disabledPersonsFederation" | "psychologicalService" | "legalAid" | "propertyManagement" | "utilities" | "socialWorkStation" | "other";
            /** @description Name of that body. */
            bodyName?: string;
            /**
             * Format: uuid
             * @description Id of the entry, made by the caller.
             */
            id: string;
            /** @description The community. */
            region: string;
            /**
             * Format: date
             * @description When it was asked.
             */
            day: string;
        };
        ProblemPage: {
            items: components["schemas"]["ProblemView"][];
            nextCursor?: string;
        };
        ProblemCounts: {
            region: string;
            /** @description Categories without entries are absent. */
            categories: components["schemas"]["ProblemCount"][];
        };
        ProblemCount: {
            /** @enum {string} */
            category: "food" | "oil" | "vegetables" | "medicine" | "urgentMedicalCare" | "policyAdvice" | "counselling" | "emotionalSupport" | "other";
            logged: number;
            /** @description Of these, referred to another body, whatever became of them. */
            referred: number;
            /** @description Not yet handled, nor referred. */
            stillOpen: number;
            /** @description With another body, not closed. */
            stillReferred: number;
            closed: number;
        };
        Problem: {
            /**
             * Format: uri-reference
             * @description Where the code is explained.
             */
            type: string;
            /** @description What is wrong. */
            title: string;
            status: number;
            /** @description What to do now. */
            detail: string;
            /** @description Trace id. */
            instance: string;
            /** @enum {string} */
            code: "request.invalid" | "request.malformed" | "request.tooLarge" | "request.unsupportedType" | "request.tooMany" | "resource.notFound" | "idempotency.conflict" | "cursor.invalid" | "auth.required" | "auth.tokenInvalid" | "auth.tokenExpired" | "auth.failed" | "auth.locked" | "auth.refreshReused" | "auth.wechatUnavailable" | "message.switchedOff" | "auth.smsUnavailable" | "access.denied" | "access.foreignRegion" | "service.unavailable" | "service.deadline" | "service.internal" | "region.unknown" | "organisation.exists" | "staff.exists" | "volunteer.idNumberInvalid" | "volunteer.documentInvalid" | "volunteer.birthDayInvalid" | "volunteer.tooYoung" | "volunteer.guardianRequired" | "volunteer.exists" | "volunteer.consentRequired" | "volunteer.notVerified" | "volunteer.decisionFinal" | "resident.exists" | "need.windowInvalid" | "need.groupInvalid" | "need.stateConflict" | "errand.lost" | "errand.notOpen" | "errand.stateConflict" | "errand.notYours" | "errand.codeWrong" | "errand.codeLocked" | "claim.limitReached" | "claim.overlaps" | "claim.outOfReach" | "approval.ownRequest" | "approval.expired" | "approval.decided" | "delegation.noColleague" | "delegation.notOwnRole" | "delegation.periodInvalid" | "delegation.notRunning" | "volunteer.errandsHeld" | "consent.textChanged" | "portrait.consentMissing" | "consent.locationWithdrawn" | "qualification.expiryRequired" | "qualification.expired" | "qualification.periodInvalid" | "qualification.tooMany" | "qualification.decided" | "claim.requirementUnmet" | "guardian.consentMissing" | "guardian.notNeeded" | "guardian.stillMinor" | "merge.sameRegistration" | "merge.keptUnverified" | "merge.unlike" | "merge.alreadyProposed" | "merge.errandsHeld" | "certificate.periodInvalid" | "certificate.nothingServed" | "certificate.stateConflict" | "certificate.samePerson" | "star.stepsInvalid" | "star.effectiveInPast" | "star.superseded" | "award.tooMany" | "auth.codeRequired" | "auth.enrolmentRequired" | "secondFactor.active" | "secondFactor.notBegun" | "auth.disabled" | "auth.passwordChangeRequired" | "auth.oneTimeExpired" | "password.wrong" | "password.same" | "password.notOneTime" | "staff.ownAccount" | "staff.lastAdministrator" | "staff.administratorPassword" | "staffShift.spanInvalid" | "staffShift.overlaps" | "record.selfConfirmation" | "record.familyConfirmation" | "record.sameApprover" | "record.methodInvalid" | "record.codeWrong" | "record.codeLocked" | "record.slipCancelled" | "slip.notOpen" | "record.slipUsed" | "record.stateConflict" | "record.minutesInvalid" | "record.timesInvalid" | "record.versionSuperseded" | "record.nothingToCorrect" | "record.correctionExpired" | "record.correctionOpen" | "record.objectionOpen" | "record.decided" | "feedback.choiceInvalid" | "feedback.given" | "conduct.decided" | "conduct.ownCase" | "volunteer.suspended" | "template.versionConflict" | "template.keyTaken" | "template.notOffered" | "stop.alreadyChecked" | "errand.stopsOpen" | "referral.stateConflict" | "referral.notYourStep" | "referral.isOpen" | "link.phoneNotProven" | "link.proofInvalid" | "link.ended" | "link.taken" | "series.ruleInvalid" | "series.nothingLeft" | "series.stateConflict" | "series.dayUnknown" | "hazard.stateConflict" | "hazard.openNearby" | "hazard.tooMany" | "call.unavailable" | "photo.unreadable" | "photo.tooMany" | "purchase.none" | "purchase.overCeiling" | "purchase.receiptMissing" | "purchase.exists" | "purchase.stateConflict" | "errand.tooEarly" | "errand.tooFar" | "errand.doorCodeInvalid" | "errand.doorCodeExpired" | "offline.deviceUnknown" | "offline.signatureInvalid" | "offline.timeInvalid" | "ledger.accountUnknown" | "ledger.accountClosed" | "ledger.sameAccount" | "ledger.insufficient" | "ledger.minutesInvalid" | "ledger.transferConflict" | "ledger.phaseInvalid" | "ledger.holdUnknown" | "ledger.holdMismatch" | "ledger.holdResolved" | "ledger.captureExceedsHold" | "ledger.holdExpired" | "ledger.reversalUnknown" | "ledger.reversalImpossible" | "ledger.reversalMismatch" | "ledger.reversed" | "ledger.accountExists" | "ledger.accountPending" | "ledger.accountNotEmpty" | "ledger.floorAboveBalance" | "ledger.headPending" | "redemption.notAllowed" | "redemption.notRelated" | "redemption.ageUnknown" | "redemption.tooYoung" | "redemption.starHoursMissing" | "redemption.notInHardship" | "redemption.grantExhausted" | "redemption.wholeUnits" | "redemption.settled" | "need.paymentInvalid" | "kinship.oneself" | "kinship.exists" | "kinship.sameConfirmer" | "kinship.ended" | "goods.unavailable" | "goods.stateConflict" | "goods.codeWrong" | "goods.codeLocked" | "policy.gap" | "policy.overlap" | "policy.periodEmpty" | "policy.openEnd" | "policy.notFuture" | "policy.periodInvalid" | "policy.stepImpossible" | "policy.contradiction" | "policy.undecided" | "pool.yearExceeded" | "leaving.undecided" | "leaving.heirMissing" | "leaving.heirUnwanted" | "statistic.exists" | "statistic.superseded" | "statistic.spanInvalid" | "statistic.followsFromLog" | "campaign.exists" | "campaign.notItsRecord" | "problem.dayInvalid" | "problem.placeTooLarge" | "problem.stateInvalid" | "problem.personalData" | "report.notPublished" | "openData.notPublished" | "subscription.off" | "subscription.targetRefused" | "feed.placeUnknown" | "feed.routeUnknown" | "feed.siteUnknown" | "duty.untilInvalid" | "duty.offDuty" | "alert.stateConflict" | "dispatch.underWay" | "claim.conflictOfInterest" | "dispatch.volunteerUnfit" | "report.placeTooSmall" | "report.spanInvalid";
            /** @description What fills the wording. */
            data?: Record<string, never>;
            fields?: {
                field: string;
                rules: string[];
            }[];
        };
    };
    responses: {
        /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request.invalid" | "request.malformed";
                };
            };
        };
        /** @description `request.tooMany` Too many requests */
        Problem429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request.tooMany";
                };
            };
        };
        /** @description `service.unavailable` The service is not available */
        Problem503: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "service.unavailable";
                };
            };
        };
        /** @description `service.deadline` The service did not answer in time */
        Problem504: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "service.deadline";
                };
            };
        };
        /** @description `service.internal` An internal error */
        Problem500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "service.internal";
                };
            };
        };
        /** @description `request.tooLarge` The request is too large */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request.tooLarge";
                };
            };
        };
        /** @description `request.unsupportedType` The content type is not supported */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "request.unsupportedType";
                };
            };
        };
        /** @description `auth.required` Sign in first; `auth.tokenInvalid` The access token is not valid; `auth.tokenExpired` The access token has expired */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "auth.required" | "auth.tokenInvalid" | "auth.tokenExpired";
                };
            };
        };
        /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "access.denied" | "access.foreignRegion";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "auth.signInStaff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    userName: string;
                    password: string;
                    /** @description Of the authenticator, or a recovery code; needed where a second factor is active. */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Sign in as staff */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `auth.failed` Signing in failed; `auth.codeRequired` A code is needed as well */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.failed" | "auth.codeRequired";
                    };
                };
            };
            /** @description `auth.disabled` This account was taken off; `auth.enrolmentRequired` Your role must sign in with a second factor; `auth.oneTimeExpired` The one-time password has expired; `auth.passwordChangeRequired` A one-time password must be replaced first */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.disabled" | "auth.enrolmentRequired" | "auth.oneTimeExpired" | "auth.passwordChangeRequired";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `request.tooMany` Too many requests; `auth.locked` Too many attempts; locked for now */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.tooMany" | "auth.locked";
                    };
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "auth.signInByWechat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Code of wx.login; lives five minutes, used once. */
                    code: string;
                    /** @enum {string} */
                    role?: "volunteer" | "resident";
                };
            };
        };
        responses: {
            /** @description Sign in by WeChat */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `auth.failed` Signing in failed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.failed";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            /** @description `service.unavailable` The service is not available; `auth.wechatUnavailable` WeChat sign-in is not available */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service.unavailable" | "auth.wechatUnavailable";
                    };
                };
            };
            504: components["responses"]["Problem504"];
        };
    };
    "auth.requestPhoneCode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone: string;
                };
            };
        };
        responses: {
            /** @description Have a code sent to a phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            400: components["responses"]["Problem400"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `request.tooMany` Too many requests; `auth.locked` Too many attempts; locked for now */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.tooMany" | "auth.locked";
                    };
                };
            };
            500: components["responses"]["Problem500"];
            /** @description `service.unavailable` The service is not available; `auth.smsUnavailable` Phone codes are not available */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service.unavailable" | "auth.smsUnavailable";
                    };
                };
            };
            504: components["responses"]["Problem504"];
        };
    };
    "auth.signInByPhone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone: string;
                    code: string;
                    /** @enum {string} */
                    role?: "volunteer" | "resident";
                };
            };
        };
        responses: {
            /** @description Sign in by phone code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `auth.failed` Signing in failed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.failed";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `request.tooMany` Too many requests; `auth.locked` Too many attempts; locked for now */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.tooMany" | "auth.locked";
                    };
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "auth.signInAsResident": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                residentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Sign in as a resident one has shown to be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "auth.signInAsDeputy": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Sign in for a colleague who is away, until the delegation ends */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `auth.enrolmentRequired` Your role must sign in with a second factor */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "auth.enrolmentRequired";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `delegation.notRunning` The delegation does not hold now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "delegation.notRunning";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "auth.refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Who signed in: staff, or a volunteer or resident.
                     * @enum {string}
                     */
                    kind: "staff" | "person";
                    refreshToken: string;
                };
            };
        };
        responses: {
            /** @description Exchange the refresh token for new tokens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `auth.failed` Signing in failed; `auth.refreshReused` The refresh token was used twice; the session was closed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.failed" | "auth.refreshReused";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "auth.signOut": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Sign out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "auth.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who I am */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "secondfactor.enrol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    userName: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Enrol an authenticator: its secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorSecret"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `auth.failed` Signing in failed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.failed";
                    };
                };
            };
            /** @description `auth.disabled` This account was taken off; `auth.oneTimeExpired` The one-time password has expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.disabled" | "auth.oneTimeExpired";
                    };
                };
            };
            /** @description `secondFactor.active` A second factor is active already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "secondFactor.active";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `request.tooMany` Too many requests; `auth.locked` Too many attempts; locked for now */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.tooMany" | "auth.locked";
                    };
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "secondfactor.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    userName: string;
                    password: string;
                    /** @description What the authenticator shows now. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Confirm it with a first code; gives recovery codes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `auth.failed` Signing in failed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.failed";
                    };
                };
            };
            /** @description `auth.disabled` This account was taken off; `auth.oneTimeExpired` The one-time password has expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.disabled" | "auth.oneTimeExpired";
                    };
                };
            };
            /** @description `secondFactor.active` A second factor is active already; `secondFactor.notBegun` No authenticator was enrolled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "secondFactor.active" | "secondFactor.notBegun";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `request.tooMany` Too many requests; `auth.locked` Too many attempts; locked for now */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.tooMany" | "auth.locked";
                    };
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "secondfactor.reset": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Reset the authenticator of a member of staff */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "sessions.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where I am signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "sessions.close": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description End one of my sessions, within five seconds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "sessions.closeAll": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description End all sessions of a member of staff */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "stations.getRegion": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A division and those one level below */
            200: {
                headers: {
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionDetail"];
                };
            };
            /** @description Not modified since the ETag of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            /** @description `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "stations.listOrganisations": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                kind?: "guidanceCentre" | "countyHubStation" | "socialWorkStation" | "socialWorkRoom" | "residentsCommittee" | "villagersCommittee" | "courierSite" | "operatingOrganization" | "civilAffairsBureau";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Organisations in a region */
            200: {
                headers: {
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPage"];
                };
            };
            /** @description Not modified since the ETag of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "stations.createOrganisation": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** @enum {string} */
                    kind: "guidanceCentre" | "countyHubStation" | "socialWorkStation" | "socialWorkRoom" | "residentsCommittee" | "villagersCommittee" | "courierSite" | "operatingOrganization" | "civilAffairsBureau";
                    name: string;
                    /** @description The division it serves. */
                    region: string;
                    point?: components["schemas"]["Point"];
                    /** @description Public telephone. */
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description Register an organisation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `organisation.exists` This organisation is registered already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "organisation.exists" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "stations.getOrganisation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An organisation */
            200: {
                headers: {
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
            /** @description Not modified since the ETag of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "administration.listStaff": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                role?: "committee" | "station" | "official" | "administrator";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Staff of a region: roles, sessions, deputies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "approvals.requestStaff": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    userName: string;
                    password: string;
                    displayName: string;
                    /** @enum {string} */
                    role: "committee" | "station" | "official" | "administrator";
                    /**
                     * Format: uuid
                     * @description Required for committee and station; its region is the scope.
                     */
                    organisationId?: string;
                    /** @description Scope of an official or administrator. */
                    region?: string;
                };
            };
        };
        responses: {
            /** @description Ask for a member of staff; there is one once another administrator approves */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `staff.exists` This user name is taken; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "staff.exists" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "approvals.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is to be approved, and what was decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "approvals.decide": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "approve" | "refuse";
                };
            };
        };
        responses: {
            /** @description Approve a request or refuse it; never one’s own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `approval.ownRequest` Nobody approves a request of one’s own */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "approval.ownRequest";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `approval.expired` This request expired at {until}; `approval.decided` This request is {state} by now; `staff.exists` This user name is taken; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "approval.expired" | "approval.decided" | "staff.exists" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "approvals.audit": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log of roles: asked for, granted, delegated, used by deputies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "approvals.listDelegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delegations I gave and got */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "approvals.delegate": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the delegation, made by the caller.
                     */
                    id?: string;
                    /** @description User name of the colleague who stands in. */
                    userName: string;
                    /** Format: date-time */
                    startsAt: string;
                    /**
                     * Format: date-time
                     * @description From this instant it holds no more.
                     */
                    endsAt: string;
                };
            };
        };
        responses: {
            /** @description Delegate my role to a colleague for a while */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `delegation.notOwnRole` A role one stands in for cannot be delegated further */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "delegation.notOwnRole";
                    };
                };
            };
            /** @description `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `delegation.noColleague` Only a colleague can stand in; `delegation.periodInvalid` Its period cannot be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "delegation.noColleague" | "delegation.periodInvalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "approvals.end": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description End a delegation before its time; its sessions are closed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "administration.listSearches": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Searches of the log that administrators made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealSearchPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "administration.search": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Items a page, 20 unless told. */
                    limit?: number;
                    cursor?: string;
                    /**
                     * Format: uuid
                     * @description Id of the search, made by the caller: its entry in the log of searches.
                     */
                    id?: string;
                    /** @description Whose data: the number of a volunteer. */
                    volunteerNumber?: string;
                    /**
                     * Format: uuid
                     * @description Whose data, where there is no number: a volunteer or a resident.
                     */
                    personId?: string;
                    /**
                     * Format: uuid
                     * @description Who looked: a member of staff or a volunteer.
                     */
                    viewerId?: string;
                    /**
                     * Format: date
                     * @description First day.
                     */
                    from: string;
                    /**
                     * Format: date
                     * @description Last day, 366 days on at the most.
                     */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Who looked at whose data and when; each search is written down itself */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundReveals"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "administration.listDeadLetters": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description The service that could not take it. */
                consumer?: "gateway" | "volunteers" | "stations" | "tasks" | "ledger" | "reporting";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events that services could not take, without what they say */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "administration.listReplays": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who had dead letters delivered again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "administration.replay": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the replay, made by the caller: its entry in the log of replays.
                     */
                    id?: string;
                    /** @enum {string} */
                    consumer: "gateway" | "volunteers" | "stations" | "tasks" | "ledger" | "reporting";
                    /** @description One letter; all of the service unless told. */
                    sequence?: number;
                };
            };
        };
        responses: {
            /** @description Deliver one dead letter again, or all of a service, when the cause is mended */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedDeadLetters"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "accounts.disable": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Take a member of staff off: sessions end at once, for good */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `staff.ownAccount` Nobody does that to an account of one’s own */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "staff.ownAccount";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `staff.lastAdministrator` This is the last administrator of the region */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "staff.lastAdministrator";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "accounts.resetPassword": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Reset a password: gives a one-time password that must be replaced */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimePassword"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `staff.ownAccount` Nobody does that to an account of one’s own; `staff.administratorPassword` An administrator’s password is reset by the operator alone; `auth.disabled` This account was taken off */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "staff.ownAccount" | "staff.administratorPassword" | "auth.disabled";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "accounts.changePassword": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    /** @description At least ten characters; a sentence is easy to keep in mind. */
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Change my password; my other sessions end */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `auth.disabled` This account was taken off; `auth.oneTimeExpired` The one-time password has expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "auth.disabled" | "auth.oneTimeExpired";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `password.wrong` That is not your current password; `password.same` The new password is the current one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "password.wrong" | "password.same";
                    };
                };
            };
            /** @description `request.tooMany` Too many requests; `auth.locked` Too many attempts; locked for now */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.tooMany" | "auth.locked";
                    };
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "accounts.replacePassword": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    userName: string;
                    password: string;
                    /** @description Of the authenticator, or a recovery code; needed where a second factor is active. */
                    code?: string;
                    /** @description At least ten characters; a sentence is easy to keep in mind. */
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Replace a one-time password, and be signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `auth.failed` Signing in failed; `auth.codeRequired` A code is needed as well */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.failed" | "auth.codeRequired";
                    };
                };
            };
            /** @description `auth.disabled` This account was taken off; `auth.enrolmentRequired` Your role must sign in with a second factor; `auth.oneTimeExpired` The one-time password has expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.disabled" | "auth.enrolmentRequired" | "auth.oneTimeExpired";
                    };
                };
            };
            /** @description `password.notOneTime` That is no one-time password */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "password.notOneTime";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `password.same` The new password is the current one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "password.same";
                    };
                };
            };
            /** @description `request.tooMany` Too many requests; `auth.locked` Too many attempts; locked for now */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.tooMany" | "auth.locked";
                    };
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "volunteers.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                verification?: "unverified" | "pending" | "verified" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Volunteers in a region */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolunteerPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "volunteers.register": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Made by the caller; for a signed-in person it is that person’s own id.
                     */
                    id?: string;
                    name: string;
                    /**
                     * @description A resident identity card or residence permit unless told.
                     * @enum {string}
                     */
                    documentType?: "residentId" | "hongKongMacaoPermit" | "taiwanPermit" | "passport" | "foreignPermanentResident";
                    /** @description Of the document; GB 11643 unless told. */
                    idNumber: string;
                    /**
                     * Format: date
                     * @description Needed where the number does not say it: permits and passports.
                     */
                    birthDay?: string;
                    /** @description Mobile phone of mainland China. */
                    phone: string;
                    /** @description Community of residence (12 digits). */
                    communityCode: string;
                    /**
                     * Format: uuid
                     * @description Courier site the volunteer rides for.
                     */
                    courierSiteId?: string;
                    skills?: ("groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "driving" | "firstAid")[];
                    consents: ("registration" | "sensitiveData" | "sharingWithStation" | "location" | "publicHonours" | "portrait")[];
                    /** @description Name of the guardian who consents; needed under 18. */
                    guardianName?: string;
                };
            };
        };
        responses: {
            /** @description Register a volunteer with the real name */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolunteerView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `volunteer.exists` This person is registered already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "volunteer.exists" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `volunteer.idNumberInvalid` The ID number is not valid; `volunteer.documentInvalid` The number does not fit the type of document; `volunteer.birthDayInvalid` The date of birth is missing or does not fit; `volunteer.tooYoung` Children under 8 cannot register; `volunteer.guardianRequired` A minor needs a guardian’s consent; `volunteer.consentRequired` A consent is missing; `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "volunteer.idNumberInvalid" | "volunteer.documentInvalid" | "volunteer.birthDayInvalid" | "volunteer.tooYoung" | "volunteer.guardianRequired" | "volunteer.consentRequired" | "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "volunteers.check": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Made by the caller; for a signed-in person it is that person’s own id.
                     */
                    id: string;
                    name: string;
                    /**
                     * @description A resident identity card or residence permit unless told.
                     * @enum {string}
                     */
                    documentType?: "residentId" | "hongKongMacaoPermit" | "taiwanPermit" | "passport" | "foreignPermanentResident";
                    /** @description Of the document; GB 11643 unless told. */
                    idNumber: string;
                    /**
                     * Format: date
                     * @description Needed where the number does not say it: permits and passports.
                     */
                    birthDay?: string;
                    /** @description Mobile phone of mainland China. */
                    phone: string;
                    /** @description Community of residence (12 digits). */
                    communityCode: string;
                    /**
                     * Format: uuid
                     * @description Courier site the volunteer rides for.
                     */
                    courierSiteId?: string;
                    skills?: ("groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "driving" | "firstAid")[];
                    consents: ("registration" | "sensitiveData" | "sharingWithStation" | "location" | "publicHonours" | "portrait")[];
                    /** @description Name of the guardian who consents; needed under 18. */
                    guardianName?: string;
                };
            };
        };
        responses: {
            /** @description Check a registration without keeping anything */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `volunteer.exists` This person is registered already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "volunteer.exists" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `volunteer.idNumberInvalid` The ID number is not valid; `volunteer.documentInvalid` The number does not fit the type of document; `volunteer.birthDayInvalid` The date of birth is missing or does not fit; `volunteer.tooYoung` Children under 8 cannot register; `volunteer.guardianRequired` A minor needs a guardian’s consent; `volunteer.consentRequired` A consent is missing; `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "volunteer.idNumberInvalid" | "volunteer.documentInvalid" | "volunteer.birthDayInvalid" | "volunteer.tooYoung" | "volunteer.guardianRequired" | "volunteer.consentRequired" | "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "volunteers.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A volunteer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolunteerView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "volunteers.verify": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "verified" | "refused";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Decide on the real name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolunteerView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `volunteer.decisionFinal` The verification is already decided; `guardian.consentMissing` The guardian’s consent is missing */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "volunteer.decisionFinal" | "guardian.consentMissing";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "volunteers.listMoves": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where a volunteer lived before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoveList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "volunteers.move": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The community moved to (12 digits), of this city or another. */
                    communityCode: string;
                    /**
                     * Format: uuid
                     * @description Courier site the volunteer rides for from now on; none unless told.
                     */
                    courierSiteId?: string;
                };
            };
        };
        responses: {
            /** @description Move to another community or city */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolunteerView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `volunteer.errandsHeld` You still hold {count} errands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "volunteer.errandsHeld";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "merges.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                /** @description `requested`: those that wait for a second person. */
                state?: "requested" | "approved" | "refused" | "expired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Merges that wait for approval, and those decided on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "merges.propose": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Of the proposal, made by the caller.
                     */
                    id?: string;
                    /**
                     * Format: uuid
                     * @description The registration that stays.
                     */
                    keptId: string;
                    /**
                     * Format: uuid
                     * @description The one that ends; all of it goes to the other.
                     */
                    mergedId: string;
                    /** @enum {string} */
                    reason: "otherDocument" | "wrongNumber";
                };
            };
        };
        responses: {
            /** @description Propose that two registrations of one person become one; another member of staff approves */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `merge.keptUnverified` The registration that stays is not verified; `merge.unlike` The dates of birth differ: this does not look like one person; `merge.alreadyProposed` One of them waits in another proposal; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "merge.keptUnverified" | "merge.unlike" | "merge.alreadyProposed" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `merge.sameRegistration` Both are the same registration */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "merge.sameRegistration";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "merges.decide": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "approve" | "refuse";
                };
            };
        };
        responses: {
            /** @description Approve a merge, for good, or refuse it; never approve one’s own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `approval.ownRequest` Nobody approves a request of one’s own */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "approval.ownRequest";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `approval.expired` This request expired at {until}; `approval.decided` This request is {state} by now; `merge.keptUnverified` The registration that stays is not verified; `merge.errandsHeld` The registration that ends still holds {count} errands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "approval.expired" | "approval.decided" | "merge.keptUnverified" | "merge.errandsHeld";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "qualifications.declare": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the qualification, made by the caller.
                     */
                    id?: string;
                    /** @enum {string} */
                    name: "accidentInsurance" | "safetyTraining" | "firstAid" | "healthCertificate" | "electricianLicence" | "hairdressing" | "driving" | "healthDeclaration";
                    /**
                     * Format: date-time
                     * @description Counts from then on; since ever unless told.
                     */
                    validFrom?: string;
                    /**
                     * Format: date-time
                     * @description From this instant it counts no more. Needed for certificates, insurance and health.
                     */
                    expiresAt?: string;
                    /** @description The body or insurer that gave it; never a person’s name. */
                    issuer?: string;
                    /** @description Of the certificate or policy; sealed, shown masked. */
                    number?: string;
                };
            };
        };
        responses: {
            /** @description Record a qualification: declared by the volunteer, or at the desk that has seen the document */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualificationView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `qualification.tooMany` Too many are recorded; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "qualification.tooMany" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `qualification.expiryRequired` {en} ({zh}) must have an end; `qualification.expired` It has expired; `qualification.periodInvalid` Its period cannot be */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "qualification.expiryRequired" | "qualification.expired" | "qualification.periodInvalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "qualifications.listOf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Qualifications of a volunteer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualificationList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "qualifications.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                state?: "declared" | "verified" | "refused" | "withdrawn";
                /** @description Only verified ones that count now and end before this instant, unless another of the name lasts longer. */
                endsBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Qualifications in a region, for instance those to be verified */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualificationPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "qualifications.decide": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "verified" | "refused";
                    /** @description Sealed; for the volunteer and staff. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Verify a qualification, or refuse it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualificationView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `qualification.decided` It is {state} by now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "qualification.decided";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "qualifications.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Take a qualification of mine back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualificationView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `qualification.decided` It is {state} by now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "qualification.decided";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "guardians.readText": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a guardian is asked to consent to */
            200: {
                headers: {
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianConsentText"];
                };
            };
            /** @description Not modified since the ETag of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "guardians.give": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the consent, made by the caller.
                     */
                    id?: string;
                    /** @description Of the guardian; sealed. */
                    guardianName: string;
                    /** @enum {string} */
                    relation: "parent" | "grandparent" | "adultSibling" | "other";
                    /** @enum {string} */
                    way: "inPerson" | "onPaper";
                    /** @description Of the wording that was read. */
                    version: string;
                };
            };
        };
        responses: {
            /** @description Write a guardian’s consent down, given in person or on paper */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianConsentView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `consent.textChanged` The text of this consent has changed; `guardian.notNeeded` Of age: no guardian needs to consent; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "consent.textChanged" | "guardian.notNeeded" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "guardians.listOf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Consents of the guardians of a minor */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianConsentList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "guardians.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description A guardian withdraws, at once and without a reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianConsentView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "guardians.comeOfAge": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description I am 18 by now and need no guardian’s consent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `guardian.stillMinor` Not of age yet */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "guardian.stillMinor";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "consents.readTexts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What one is asked to consent to */
            200: {
                headers: {
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentTextList"];
                };
            };
            /** @description Not modified since the ETag of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "consents.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My consents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "consents.give": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                purpose: "registration" | "sensitiveData" | "sharingWithStation" | "location" | "publicHonours" | "portrait";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the wording that was read. */
                    version: string;
                };
            };
        };
        responses: {
            /** @description Consent to one purpose */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `consent.textChanged` The text of this consent has changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "consent.textChanged";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "consents.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                purpose: "registration" | "sensitiveData" | "sharingWithStation" | "location" | "publicHonours" | "portrait";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Withdraw a consent, at once and without a reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "owndata.readFile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that is kept about me, as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "departure.readTerms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What leaving destroys, what it leaves, and why */
            200: {
                headers: {
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeavingTerms"];
                };
            };
            /** @description Not modified since the ETag of If-None-Match. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "departure.leave": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Said in words, so that nobody leaves by mistake: it cannot be undone.
                     * @enum {string}
                     */
                    confirm: "leave";
                };
            };
        };
        responses: {
            /** @description Leave and have my data deleted, for good */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartureView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `volunteer.errandsHeld` You still hold {count} errands */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "volunteer.errandsHeld";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "certificates.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                /** @description issued: also in notice and effective. */
                step?: "requested" | "accepted" | "issued" | "revoked";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My certificates; for staff those of the region */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificatePage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "certificates.request": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the certificate, made by the caller.
                     */
                    id?: string;
                    /**
                     * Format: uuid
                     * @description For whom, where staff ask at the desk; oneself unless told.
                     */
                    volunteerId?: string;
                    /**
                     * Format: date
                     * @description First day of service it covers.
                     */
                    from: string;
                    /**
                     * Format: date
                     * @description Last day it covers, today at the latest.
                     */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Ask for a certificate of service */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `certificate.periodInvalid` The period of the certificate is not possible; `certificate.nothingServed` No confirmed service lies in this period */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "certificate.periodInvalid" | "certificate.nothingServed";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "certificates.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A certificate */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "certificates.accept": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Accept a request, as its handler */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `certificate.stateConflict` The certificate is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "certificate.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "certificates.issue": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Issue a certificate, as the person in charge; public notice follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `certificate.stateConflict` The certificate is {state}; this step is not possible; `certificate.samePerson` Who accepted the request cannot issue the certificate */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "certificate.stateConflict" | "certificate.samePerson";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `certificate.nothingServed` No confirmed service lies in this period */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "certificate.nothingServed";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "certificates.revoke": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description withdrawnByVolunteer for volunteers, the others for staff.
                     * @enum {string}
                     */
                    reason: "withdrawnByVolunteer" | "recordsChanged" | "objectionUpheld" | "wrongPerson" | "issuedInError";
                };
            };
        };
        responses: {
            /** @description Revoke a certificate, or withdraw one’s request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `certificate.stateConflict` The certificate is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "certificate.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "certificates.readPdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The certificate to print, with a QR code to check it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `certificate.stateConflict` The certificate is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "certificate.stateConflict";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "certificates.readCredential": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The certificate as a W3C Verifiable Credential, to be checked offline */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vc+jwt": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `certificate.stateConflict` The certificate is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "certificate.stateConflict";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "certificates.readQr": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The QR code that checks the certificate, to show on a phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/gif": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `certificate.stateConflict` The certificate is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "certificate.stateConflict";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "certificates.check": {
        parameters: {
            query: {
                number: string;
                /** @description Printed beside the number. */
                code: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public: whether a certificate holds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateNotice"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "certificates.listNotices": {
        parameters: {
            query: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division. */
                region: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public: certificates in public notice, names masked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateNoticePage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "certificates.keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public: the keys that credentials are checked with */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedKeys"];
                };
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "certificatebatches.start": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the batch, made by the caller.
                     */
                    id?: string;
                    /**
                     * @description accept: all that are requested; issue: all that others accepted.
                     * @enum {string}
                     */
                    step: "accept" | "issue";
                    /** @description Those asked for by who lived here. */
                    region: string;
                };
            };
        };
        responses: {
            /** @description Accept or issue all certificates that wait */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateBatchView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "certificatebatches.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far a batch is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateBatchView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "stars.own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My stars, and how far the next is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnStars"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "stars.get": {
        parameters: {
            query: {
                region: string;
                /** @description Today unless told; a later day shows what is decided for then. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hours of each star that hold in a division */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StarSteps"];
                };
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "stars.set": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A city or a county: those who live in it. */
                    region: string;
                    /** @description Of the first star to the fifth, rising. */
                    steps: components["schemas"]["StarStep"][];
                    /** @description Who has fewer evaluations than this is held back by none. 5 unless told. */
                    fewestEvaluations?: number;
                    /**
                     * Format: date
                     * @description The first day they hold; today or later.
                     */
                    effectiveFrom: string;
                    /** @description The decision they stand on: document and number. */
                    source: string;
                    /** @description The newest version of this region you know of; 0: none. */
                    ofVersion: number;
                };
            };
        };
        responses: {
            /** @description Set the hours of each star of a city or county */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StarSteps"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `star.superseded` The steps of stars have changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "star.superseded";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `region.unknown` No such administrative division; `star.stepsInvalid` The steps of the stars are not possible; `star.effectiveInPast` Steps of stars cannot hold from a day that is past */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown" | "star.stepsInvalid" | "star.effectiveInPast";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "honours.give": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                volunteerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the award, made by the caller.
                     */
                    id?: string;
                    /** @description Name of the honour as the public sees it; names nobody. */
                    title: string;
                    /** @description Sealed; for the volunteer and staff of the region. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Give an award, with the reason */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `award.tooMany` This volunteer has {count} awards already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "award.tooMany" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "honours.listOf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Awards of a volunteer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "honours.revoke": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Sealed; for the volunteer and staff of the region. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Revoke an award, with the reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "honours.list": {
        parameters: {
            query: {
                /** @description A city or less. */
                region: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public: the honour list of adults who consent to it, names masked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HonourList"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "needs.listResidents": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Residents in a region */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "needs.registerResident": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    name: string;
                    /** @description Landline or mobile. */
                    phone: string;
                    /** @description Community of residence (12 digits). */
                    communityCode: string;
                    /** @description Building, stairway and door; sealed at rest. */
                    door: string;
                    /** @description The gate or the building, not the flat. */
                    point: components["schemas"]["Point"];
                    hardshipCategories?: ("subsistenceAllowance" | "lowIncome" | "extremePoverty" | "leftBehindElderly" | "childlessWidowedElderly" | "livingAloneElderly" | "childInDifficulty" | "severelyDisabledHardship")[];
                };
            };
        };
        responses: {
            /** @description Register a resident */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resident.exists` This resident is registered already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resident.exists" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "needs.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                state?: "draft" | "submitted" | "verified" | "forwarded" | "accepted" | "posted" | "dispatched" | "referred" | "rejected" | "fulfilled" | "closed" | "cancelled";
                /** @description All states of a column of the board. */
                column?: "waiting" | "underWay" | "fulfilled" | "ended";
                type?: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Needs in a region */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "needs.post": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Fills in whatever is left out below.
                     */
                    templateId?: string;
                    /**
                     * @description May be left out with a template.
                     * @enum {string}
                     */
                    type?: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
                    /** @description What is needed, without names, numbers or addresses. May be left out with a template. */
                    summary?: string;
                    /** @description May be left out with a template. */
                    expectedMinutes?: number;
                    /** @description Volunteers wanted, 1 unless told. */
                    slots?: number;
                    /** @description Risks the volunteer must know before claiming. */
                    riskNotice?: string;
                    /** @description What the volunteer must have, besides what the template asks for. */
                    requirements?: ("accidentInsurance" | "safetyTraining" | "firstAid" | "healthCertificate" | "electricianLicence" | "hairdressing" | "driving" | "healthDeclaration" | "secondVolunteer")[];
                    /** @description A purchase: the most it may cost, in fen; paid back at cost with a receipt, never in credits. */
                    purchaseCeilingFen?: number;
                    /** Format: uuid */
                    id?: string;
                    /** Format: uuid */
                    residentId: string;
                    /**
                     * @description How the resident asked.
                     * @enum {string}
                     */
                    channel: "phone" | "walkIn" | "homeVisit" | "app";
                    /** Format: date-time */
                    windowStart: string;
                    /** Format: date-time */
                    windowEnd: string;
                    /** @description Gather claims for so many seconds and rank them, instead of first come, first served. */
                    fairGrabSeconds?: number;
                    /**
                     * @description Who pays; publicBenefit, so the city, unless told.
                     * @enum {string}
                     */
                    payment?: "publicBenefit" | "exchange" | "publicPool";
                    /**
                     * Format: uuid
                     * @description Whose credits pay an exchange. Oneself for a person, unless told the resident for staff; of another than the resident a relative, confirmed by both.
                     */
                    payerId?: string;
                    /**
                     * Format: uuid
                     * @description The organisation whose members serve together; for staff. The time bank counts their minutes as group hours.
                     */
                    groupId?: string;
                    /** @description Places to go to besides the resident’s door; then one volunteer. */
                    stops?: components["schemas"]["StopInput"][];
                };
            };
        };
        responses: {
            /** @description Post a need, also on behalf of a resident */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `redemption.notAllowed` The city’s policy does not allow this; `redemption.notRelated` You are not related as the policy asks; `redemption.tooYoung` Not {minAge} years old yet; `redemption.starHoursMissing` Fewer than {minStarHours} hours of service; `redemption.notInHardship` In none of the hardship categories of the policy */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "redemption.notAllowed" | "redemption.notRelated" | "redemption.tooYoung" | "redemption.starHoursMissing" | "redemption.notInHardship";
                    };
                };
            };
            /** @description `resource.notFound` Not found; `ledger.accountUnknown` No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound" | "ledger.accountUnknown";
                    };
                };
            };
            /** @description `idempotency.conflict` This id was already used for something else; `redemption.grantExhausted` The pool has given its share for this period; `ledger.accountClosed` The account is closed; `ledger.insufficient` Not enough credits */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict" | "redemption.grantExhausted" | "ledger.accountClosed" | "ledger.insufficient";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `need.windowInvalid` The time window is not possible; `template.notOffered` This template is not offered here; `need.paymentInvalid` Payment and payer do not fit; `need.groupInvalid` That group cannot be entered; `redemption.ageUnknown` The age is not known */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "need.windowInvalid" | "template.notOffered" | "need.paymentInvalid" | "need.groupInvalid" | "redemption.ageUnknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "needs.listPaymentWays": {
        parameters: {
            query: {
                type: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
                expectedMinutes: number;
            };
            header?: never;
            path: {
                /** @description Who is to be served. */
                residentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How I may pay for a need of this resident: the city, my credits, the public pool */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentWayList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "needs.count": {
        parameters: {
            query?: {
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                type?: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many needs each column of the board holds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedCounts"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "needs.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A need */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "needs.verify": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The committee has checked the need */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `need.stateConflict` The need is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "need.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "needs.accept": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description The city pays, whatever was asked for: after a refusal, say. */
                    asPublicBenefit?: boolean;
                    /**
                     * Format: date-time
                     * @description A new window, of a need that came back unserved.
                     */
                    windowStart?: string;
                    /**
                     * Format: date-time
                     * @description Comes with windowStart.
                     */
                    windowEnd?: string;
                };
            };
        };
        responses: {
            /** @description The station takes the need on and opens an errand */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `redemption.notAllowed` The city’s policy does not allow this; `redemption.notRelated` You are not related as the policy asks; `redemption.tooYoung` Not {minAge} years old yet; `redemption.starHoursMissing` Fewer than {minStarHours} hours of service; `redemption.notInHardship` In none of the hardship categories of the policy */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "redemption.notAllowed" | "redemption.notRelated" | "redemption.tooYoung" | "redemption.starHoursMissing" | "redemption.notInHardship";
                    };
                };
            };
            /** @description `resource.notFound` Not found; `ledger.accountUnknown` No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound" | "ledger.accountUnknown";
                    };
                };
            };
            /** @description `need.stateConflict` The need is {state}; this step is not possible; `redemption.grantExhausted` The pool has given its share for this period; `ledger.accountClosed` The account is closed; `ledger.insufficient` Not enough credits; `redemption.settled` The errand is settled already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "need.stateConflict" | "redemption.grantExhausted" | "ledger.accountClosed" | "ledger.insufficient" | "redemption.settled";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `need.windowInvalid` The time window is not possible; `redemption.ageUnknown` The age is not known */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "need.windowInvalid" | "redemption.ageUnknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "needs.reject": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    code: "notVoluntaryService" | "professionalNeeded" | "unsafe" | "outsideArea" | "duplicate" | "notReachable" | "doneAlready" | "windowTooShort" | "costTooHigh" | "other";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Reject the need */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `need.stateConflict` The need is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "need.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "needs.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Cancel the need */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `need.stateConflict` The need is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "need.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "residentlinks.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                state?: "proposed" | "confirmed" | "ended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which accounts are which residents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentLinkPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "residentlinks.propose": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Look for residents registered with my phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentLinkPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `link.phoneNotProven` No phone of yours is proven */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "link.phoneNotProven";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "residentlinks.confirm": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description paperSlip for the person, the others for staff.
                     * @enum {string}
                     */
                    proof: "paperSlip" | "callBack" | "review";
                    /** @description Of the slip, which is spent by it. */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Show that it is so: a slip, a call back, or at the desk */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentLinkView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `link.ended` The link has ended; `link.taken` The resident is linked with another account; `record.slipUsed` This slip was used or has expired; `record.slipCancelled` This slip was cancelled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "link.ended" | "link.taken" | "record.slipUsed" | "record.slipCancelled";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `link.proofInvalid` This proof is not for you; `record.codeWrong` The code is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "link.proofInvalid" | "record.codeWrong";
                    };
                };
            };
            /** @description `request.tooMany` Too many requests; `record.codeLocked` Too many wrong codes */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.tooMany" | "record.codeLocked";
                    };
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "residentlinks.end": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description End the link, and the sessions of the resident */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentLinkView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "templates.list": {
        parameters: {
            query: {
                /** @description Offered here; best the community of the resident. */
                region: string;
                /** @description Retired ones too, for who looks after them. */
                withRetired?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Templates of needs offered at a place */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "templates.save": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The kind it is counted under.
                     * @enum {string}
                     */
                    type: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
                    /** @description As it stands on the button, in Chinese. */
                    title: string;
                    titleEn?: string;
                    /** @description Fills the summary. */
                    summary: string;
                    expectedMinutes: number;
                    slots: number;
                    riskNotice?: string;
                    /** @description Cannot be left out by who posts. */
                    requirements: ("accidentInsurance" | "safetyTraining" | "firstAid" | "healthCertificate" | "electricianLicence" | "hairdressing" | "driving" | "healthDeclaration" | "secondVolunteer")[];
                    /** @description Unclaimed for so many minutes, the errand goes to the station. */
                    escalationMinutes: number;
                    /** @description Something is bought: a cost ceiling must be named. */
                    isPurchase: boolean;
                    /** @description No longer offered in its region, nor are wider templates of its key. */
                    isRetired: boolean;
                    /**
                     * Format: uuid
                     * @description The same for all versions.
                     */
                    id?: string;
                    /** @description The version this makes: 1, or one more than the last. */
                    version: number;
                    /** @description Where it is offered: a city, or what lies inside one. */
                    region: string;
                    /** @description The narrowest template of a key is the one offered. */
                    key: string;
                };
            };
        };
        responses: {
            /** @description Make a template, or the next version of one */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `template.versionConflict` The template is at version {version}; `template.keyTaken` There is a template of this key here; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "template.versionConflict" | "template.keyTaken" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "templates.versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every version of a template */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "kinship.list": {
        parameters: {
            query?: {
                /** @description Whose; oneself unless told. For staff a resident of their region. */
                personId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ties of a person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KinshipList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "kinship.declare": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /**
                     * Format: uuid
                     * @description Who declares: oneself, or for staff a resident of their region.
                     */
                    fromId: string;
                    /**
                     * Format: uuid
                     * @description A volunteer or resident of the same city.
                     */
                    toId: string;
                    /**
                     * @description What `toId` is to `fromId`.
                     * @enum {string}
                     */
                    relation: "spouse" | "parent" | "child" | "grandparent" | "grandchild" | "sibling" | "otherRelative" | "friend";
                };
            };
        };
        responses: {
            /** @description Declare a tie to a relative */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KinshipView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `kinship.exists` These two are tied already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "kinship.exists" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `kinship.oneself` A tie needs two people */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "kinship.oneself";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "kinship.confirm": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description How staff were told; app unless told.
                     * @enum {string}
                     */
                    method?: "app" | "spokenCode" | "paperSlip" | "callBack" | "review";
                };
            };
        };
        responses: {
            /** @description Confirm a tie that the other side declared */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KinshipView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `kinship.sameConfirmer` Who declared it cannot confirm it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "kinship.sameConfirmer";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `kinship.ended` The tie has ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "kinship.ended";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "kinship.end": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description End a tie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KinshipView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "kinship.setBirthDay": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description From an identity document; sealed at rest.
                     */
                    birthDay: string;
                };
            };
        };
        responses: {
            /** @description Record a resident’s day of birth */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ById"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "series.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                state?: "submitted" | "active" | "ended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Needs that come again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "series.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Fills in whatever is left out below.
                     */
                    templateId?: string;
                    /**
                     * @description May be left out with a template.
                     * @enum {string}
                     */
                    type?: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
                    /** @description What is needed, without names, numbers or addresses. May be left out with a template. */
                    summary?: string;
                    /** @description May be left out with a template. */
                    expectedMinutes?: number;
                    /** @description Volunteers wanted, 1 unless told. */
                    slots?: number;
                    /** @description Risks the volunteer must know before claiming. */
                    riskNotice?: string;
                    /** @description What the volunteer must have, besides what the template asks for. */
                    requirements?: ("accidentInsurance" | "safetyTraining" | "firstAid" | "healthCertificate" | "electricianLicence" | "hairdressing" | "driving" | "healthDeclaration" | "secondVolunteer")[];
                    /** @description A purchase: the most it may cost, in fen; paid back at cost with a receipt, never in credits. */
                    purchaseCeilingFen?: number;
                    /** Format: uuid */
                    id?: string;
                    /** Format: uuid */
                    residentId: string;
                    /** @enum {string} */
                    channel: "phone" | "walkIn" | "homeVisit" | "app";
                    /** Format: date */
                    firstDay: string;
                    /** @description Asia/Shanghai. */
                    startTime: string;
                    /** @description Length of the window. */
                    windowMinutes: number;
                    /** @description RFC 5545: FREQ=DAILY|WEEKLY|MONTHLY, INTERVAL, BYDAY, BYMONTHDAY, COUNT, UNTIL. */
                    rule: string;
                    /**
                     * @description Whether days of public holidays are left out; kept unless told.
                     * @enum {string}
                     */
                    holidays?: "keep" | "skip";
                    /** @description Places to go to each time besides the resident’s door; then one volunteer. */
                    stops?: components["schemas"]["StopInput"][];
                    /**
                     * @description Who pays for each; publicBenefit, so the city, unless told. Each is held when it is accepted.
                     * @enum {string}
                     */
                    payment?: "publicBenefit" | "exchange" | "publicPool";
                    /**
                     * Format: uuid
                     * @description Whose credits pay an exchange, as of a need.
                     */
                    payerId?: string;
                    /**
                     * Format: uuid
                     * @description The organisation whose members serve each together, as of a need.
                     */
                    groupId?: string;
                };
            };
        };
        responses: {
            /** @description Post a need that comes again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `redemption.notAllowed` The city’s policy does not allow this; `redemption.notRelated` You are not related as the policy asks; `redemption.tooYoung` Not {minAge} years old yet; `redemption.starHoursMissing` Fewer than {minStarHours} hours of service; `redemption.notInHardship` In none of the hardship categories of the policy */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "redemption.notAllowed" | "redemption.notRelated" | "redemption.tooYoung" | "redemption.starHoursMissing" | "redemption.notInHardship";
                    };
                };
            };
            /** @description `resource.notFound` Not found; `ledger.accountUnknown` No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound" | "ledger.accountUnknown";
                    };
                };
            };
            /** @description `redemption.grantExhausted` The pool has given its share for this period; `ledger.accountClosed` The account is closed; `ledger.insufficient` Not enough credits; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "redemption.grantExhausted" | "ledger.accountClosed" | "ledger.insufficient" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `series.ruleInvalid` The rule of recurrence is not understood: {part}; `series.nothingLeft` By this rule nothing is to come; `template.notOffered` This template is not offered here; `need.windowInvalid` The time window is not possible; `need.paymentInvalid` Payment and payer do not fit; `need.groupInvalid` That group cannot be entered; `redemption.ageUnknown` The age is not known */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "series.ruleInvalid" | "series.nothingLeft" | "template.notOffered" | "need.windowInvalid" | "need.paymentInvalid" | "need.groupInvalid" | "redemption.ageUnknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "series.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A need that comes again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "series.verify": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The committee has checked it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `series.stateConflict` The series is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "series.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "series.skipDay": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    day: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Leave one day out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `series.stateConflict` The series is {state}; this step is not possible; `need.stateConflict` The need is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "series.stateConflict" | "need.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `series.dayUnknown` Nothing is due on {day} */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "series.dayUnknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "series.end": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description No more of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "referrals.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                state?: "created" | "sent" | "received" | "accepted" | "declined" | "resolved" | "closed";
                /** @description Only those whose next step is late. */
                overdue?: boolean;
                /** @description Those that came to your own organisation, wherever from. */
                toUs?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Referrals, also the late ones */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "referrals.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** Format: uuid */
                    needId: string;
                    /** @enum {string} */
                    body: "hospital" | "police" | "fireService" | "civilAffairsBureau" | "disabledPersonsFederation" | "psychologicalService" | "legalAid" | "propertyManagement" | "utilities" | "socialWorkStation" | "other";
                    /** @description Name of the body. */
                    bodyName: string;
                    /**
                     * Format: uuid
                     * @description Where the body works with Shunlu: its own staff then answer.
                     */
                    organisationId?: string;
                    /** @description Why, without names, numbers or doors. */
                    reason: string;
                    /** @enum {string} */
                    consent: "spoken" | "written" | "guardian";
                    /** @description Days to resolve it once accepted, 15 unless told. */
                    resolveWithinDays?: number;
                    /** @description Who there is in charge of it. */
                    contact?: components["schemas"]["ReferralContact"];
                };
            };
        };
        responses: {
            /** @description Refer a need to another body */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `need.stateConflict` The need is {state}; this step is not possible; `referral.isOpen` The need is referred already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "need.stateConflict" | "referral.isOpen" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "referrals.setContact": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact: components["schemas"]["ReferralContact"];
                };
            };
        };
        responses: {
            /** @description Say who at the body is in charge */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `referral.stateConflict` The referral is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "referral.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "referrals.revealContact": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The contact in full; the look is written down */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralContact"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "referrals.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A referral */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "referrals.move": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    step: "send" | "receive" | "accept" | "decline" | "resolve" | "close";
                    /** @description Required to decline (why) and to resolve (what came of it). */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Send, receive, accept, decline, resolve or close a referral */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `referral.notYourStep` This step is not yours */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "referral.notYourStep";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `referral.stateConflict` The referral is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "referral.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "referrals.timeline": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that happened around a need */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "errands.feed": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description newest unless told; bestMatch is the best of the 200 nearest, for volunteers. */
                order?: "newest" | "nearest" | "bestMatch";
                /** @description Where you are; nearest takes it, or your place on duty. */
                point?: components["schemas"]["Point"];
                /** @description Your own city unless told. */
                region?: string;
                type?: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
                /** @description Only what may be begun now. */
                openNow?: boolean;
                /** @description Only within 500 m of the route you told when going on duty. */
                onMyRoute?: boolean;
                /** @description Only within 1 km of your courier site. */
                nearMySite?: boolean;
                /** @description Only windows that end after it. */
                windowFrom?: string;
                /** @description Only windows that begin before it. */
                windowTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open errands: newest, nearest or best match first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrandPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `feed.placeUnknown` Your place is not known; `feed.routeUnknown` Your route is not known; `feed.siteUnknown` You have no courier site, or it has no place */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "feed.placeUnknown" | "feed.routeUnknown" | "feed.siteUnknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "errands.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An errand */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrandView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "errands.listHeld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What I have claimed and not finished */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldErrandList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "errands.claim": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the claim, made by the caller.
                     */
                    id?: string;
                };
            };
        };
        responses: {
            /** @description Claim an errand */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `volunteer.notVerified` Your real name is not verified yet, or you withdrew a consent that is needed; `volunteer.suspended` You may not claim until {until}; `claim.conflictOfInterest` This errand concerns you or a relative of yours; `claim.requirementUnmet` This errand asks for {en} ({zh}); `claim.outOfReach` It is in another city */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "volunteer.notVerified" | "volunteer.suspended" | "claim.conflictOfInterest" | "claim.requirementUnmet" | "claim.outOfReach";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `errand.lost` {winner} was first; `errand.notOpen` The errand is not open; `claim.limitReached` You hold {limit} errands, the limit; `claim.overlaps` It overlaps with an errand you hold; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.lost" | "errand.notOpen" | "claim.limitReached" | "claim.overlaps" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "errands.release": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @description Keep it until somebody takes over; meanwhile its slot is open to others. */
                    onlyIfTakenOver?: boolean;
                };
            };
        };
        responses: {
            /** @description Give the errand back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrandView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `errand.notYours` This errand is not yours */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "errand.notYours";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `errand.stateConflict` The errand is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "errands.checkIn": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description What the resident said at the door. */
                    code?: string;
                    /** @description What the QR code at the door or on the slip says. */
                    doorCode?: string;
                    place?: components["schemas"]["PresencePlace"];
                };
            };
        };
        responses: {
            /** @description Begin the service */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrandView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `errand.notYours` This errand is not yours */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "errand.notYours";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `errand.stateConflict` The errand is {state}; this step is not possible; `errand.tooEarly` It is not time yet: check in from {opensAt} on; `consent.locationWithdrawn` You have withdrawn the consent to location */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.stateConflict" | "errand.tooEarly" | "consent.locationWithdrawn";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `errand.codeWrong` The service code is wrong; `errand.tooFar` You are some {distanceMetres} metres from the place; `errand.doorCodeInvalid` The QR code does not belong to this errand; `errand.doorCodeExpired` The QR code is no longer valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.codeWrong" | "errand.tooFar" | "errand.doorCodeInvalid" | "errand.doorCodeExpired";
                    };
                };
            };
            /** @description `request.tooMany` Too many requests; `errand.codeLocked` Too many wrong service codes */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.tooMany" | "errand.codeLocked";
                    };
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "errands.checkOut": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description What the resident said at the door. */
                    code?: string;
                    /** @description What the QR code at the door or on the slip says. */
                    doorCode?: string;
                    place?: components["schemas"]["PresencePlace"];
                };
            };
        };
        responses: {
            /** @description End the service; a record of it begins */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRecordView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `errand.notYours` This errand is not yours */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "errand.notYours";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `errand.stateConflict` The errand is {state}; this step is not possible; `errand.stopsOpen` {openCount} stops are not checked off; `consent.locationWithdrawn` You have withdrawn the consent to location */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.stateConflict" | "errand.stopsOpen" | "consent.locationWithdrawn";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `errand.codeWrong` The service code is wrong; `errand.tooFar` You are some {distanceMetres} metres from the place; `errand.doorCodeInvalid` The QR code does not belong to this errand; `errand.doorCodeExpired` The QR code is no longer valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.codeWrong" | "errand.tooFar" | "errand.doorCodeInvalid" | "errand.doorCodeExpired";
                    };
                };
            };
            /** @description `request.tooMany` Too many requests; `errand.codeLocked` Too many wrong service codes */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.tooMany" | "errand.codeLocked";
                    };
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "errands.revealContact": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description See name, telephone and door; every look is audited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `errand.notYours` This errand is not yours */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "errand.notYours";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `errand.stateConflict` The errand is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "stops.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stops of an errand and how far it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `errand.notYours` This errand is not yours */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "errand.notYours";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "stops.reveal": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description See where the stops are; every look is audited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopPlaces"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `errand.notYours` This errand is not yours */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "errand.notYours";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `errand.stateConflict` The errand is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "stops.checkOff": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    stop: number;
                    /** @enum {string} */
                    outcome: "done" | "notPossible";
                    /** @description Why it was not possible; then required. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Check a stop off */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `errand.notYours` This errand is not yours */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "errand.notYours";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `errand.stateConflict` The errand is {state}; this step is not possible; `stop.alreadyChecked` This stop is checked off already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.stateConflict" | "stop.alreadyChecked";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "grabbing.ofErrand": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Grab log of an errand: who, when, why lost */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrabPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "grabbing.mine": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What I did not get, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrabPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "grabbing.keep": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Keep an errand that was offered to whoever takes over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrandView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `errand.notYours` This errand is not yours */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "errand.notYours";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `errand.stateConflict` The errand is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "matching.getDuty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether one is on duty */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `volunteer.notVerified` Your real name is not verified yet, or you withdrew a consent that is needed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "volunteer.notVerified";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "matching.goOnDuty": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Where you are. Telling it is your consent to its use while on duty: rounded to a cell of 500 m, forgotten after 20 minutes and when you go off duty. */
                    point?: components["schemas"]["Point"];
                    /** @description Your way; rounded and forgotten alike. */
                    route?: components["schemas"]["Point"][];
                    /**
                     * Format: date-time
                     * @description At most 12 hours ahead; 4 hours unless told.
                     */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Go on duty */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `volunteer.notVerified` Your real name is not verified yet, or you withdrew a consent that is needed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "volunteer.notVerified";
                    };
                };
            };
            /** @description `consent.locationWithdrawn` You have withdrawn the consent to location */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "consent.locationWithdrawn";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `duty.untilInvalid` The end of duty is not possible */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "duty.untilInvalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "matching.goOffDuty": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Go off duty; position and route are deleted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `volunteer.notVerified` Your real name is not verified yet, or you withdrew a consent that is needed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "volunteer.notVerified";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "matching.setDutyTimes": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Every week; in them you are on duty without a switch. */
                    shifts: components["schemas"]["Shift"][];
                    /** @description From this minute of the day you are never alerted … */
                    quietStartMinute: number;
                    /** @description … until this one; the same as the start is never. */
                    quietEndMinute: number;
                    /** @description Most alerts a day you want; 0 is none. */
                    maxAlertsPerDay: number;
                };
            };
        };
        responses: {
            /** @description Shift times, quiet hours and the most alerts a day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `volunteer.notVerified` Your real name is not verified yet, or you withdrew a consent that is needed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "volunteer.notVerified";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "matching.tellPosition": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Where you are. Telling it is your consent to its use while on duty: rounded to a cell of 500 m, forgotten after 20 minutes and when you go off duty. */
                    point?: components["schemas"]["Point"];
                    /** @description Your way; rounded and forgotten alike. */
                    route?: components["schemas"]["Point"][];
                };
            };
        };
        responses: {
            /** @description Tell a newer rough position or route */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `volunteer.notVerified` Your real name is not verified yet, or you withdrew a consent that is needed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "volunteer.notVerified";
                    };
                };
            };
            /** @description `duty.offDuty` You are off duty: no position is kept; `consent.locationWithdrawn` You have withdrawn the consent to location */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "duty.offDuty" | "consent.locationWithdrawn";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "matching.listAlerts": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Also what is answered, silent or over; the last 30 days. */
                past?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What one is asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "matching.refuseAlert": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Not now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `alert.stateConflict` The alert is {state} */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "alert.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "matching.acceptAlert": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Accept: a claim whose id is that of the alert */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `volunteer.notVerified` Your real name is not verified yet, or you withdrew a consent that is needed; `claim.outOfReach` It is in another city */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "volunteer.notVerified" | "claim.outOfReach";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `errand.lost` {winner} was first; `errand.notOpen` The errand is not open; `claim.limitReached` You hold {limit} errands, the limit; `claim.overlaps` It overlaps with an errand you hold; `idempotency.conflict` This id was already used for something else; `alert.stateConflict` The alert is {state} */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.lost" | "errand.notOpen" | "claim.limitReached" | "claim.overlaps" | "idempotency.conflict" | "alert.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "matching.listQueue": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Errands nobody took in time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "matching.getMap": {
        parameters: {
            query?: {
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where errands are open and how many are on duty, as counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrandMap"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "matching.getSiteShifts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Weekly shift times of those who ride for a site */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteShifts"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "matching.listCandidates": {
        parameters: {
            query?: {
                /** @description 10 unless told. */
                limit?: number;
            };
            header?: never;
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who could be asked for an errand, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "matching.dispatch": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Made by the caller.
                     */
                    id?: string;
                    /** @description Asked one after another until one accepts: nobody is dispatched against their will. */
                    volunteers: components["schemas"]["DispatchTo"][];
                    /** @description Each has this long to answer; 5 unless told. */
                    answerMinutes?: number;
                };
            };
        };
        responses: {
            /** @description Dispatch: volunteers are asked one after another */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `errand.notOpen` The errand is not open; `dispatch.underWay` A dispatch of this errand is under way; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.notOpen" | "dispatch.underWay" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `dispatch.volunteerUnfit` Somebody of the list cannot be asked */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "dispatch.volunteerUnfit";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "matching.getDispatch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far a dispatch has come */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "messages.templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Messages one may accept from WeChat, and how many are left; empty where switched off */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageTemplateList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "messages.answer": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Code of wx.login: it tells to whom messages go. */
                    code: string;
                    answers: components["schemas"]["MessageAnswer"][];
                };
            };
        };
        responses: {
            /** @description Keep what one answered when WeChat asked: a yes is one message */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageTemplateList"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `auth.required` Sign in first; `auth.tokenInvalid` The access token is not valid; `auth.tokenExpired` The access token has expired; `auth.failed` Signing in failed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "auth.required" | "auth.tokenInvalid" | "auth.tokenExpired" | "auth.failed";
                    };
                };
            };
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `message.switchedOff` Messages of this kind are not sent by WeChat here; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "message.switchedOff" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            /** @description `service.unavailable` The service is not available; `auth.wechatUnavailable` WeChat sign-in is not available */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service.unavailable" | "auth.wechatUnavailable";
                    };
                };
            };
            504: components["responses"]["Problem504"];
        };
    };
    "serving.issueErrandCode": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description minutes: shown on a screen, good for five; slip: printed, good until a day after the window.
                     * @enum {string}
                     */
                    lifetime: "minutes" | "slip";
                };
            };
        };
        responses: {
            /** @description A signed code for an errand, to show or to print */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoorCode"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "serving.issueDoorCode": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The resident whose door it is. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Lets every older code of this door expire. */
                    renew?: boolean;
                };
            };
        };
        responses: {
            /** @description A signed code for a door */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoorCode"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "serving.registerDevice": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** @description Ed25519 public key (RFC 8032), 32 bytes in base64url; the private key never leaves the phone. */
                    publicKey: string;
                };
            };
        };
        responses: {
            /** @description Register a device that signs offline */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `volunteer.notVerified` Your real name is not verified yet, or you withdrew a consent that is needed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "volunteer.notVerified";
                    };
                };
            };
            /** @description `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "serving.retireDevice": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Retire a device */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "serving.sendOffline": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the resident said at the door. */
                    code?: string;
                    /** @description What the QR code at the door or on the slip says. */
                    doorCode?: string;
                    place?: components["schemas"]["PresencePlace"];
                    /** Format: uuid */
                    id: string;
                    /** Format: uuid */
                    deviceId: string;
                    /** Format: uuid */
                    errandId: string;
                    /** @enum {string} */
                    step: "checkIn" | "checkOut";
                    /**
                     * Format: date-time
                     * @description When it was taken, by the phone’s clock; signed as it stands.
                     */
                    at: string;
                    /** @description 64 bytes in base64url. */
                    signature: string;
                };
            };
        };
        responses: {
            /** @description Send a step that was taken without a network */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfflineReceipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `errand.notYours` This errand is not yours; `offline.deviceUnknown` The device is not registered or was retired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "errand.notYours" | "offline.deviceUnknown";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `errand.stateConflict` The errand is {state}; this step is not possible; `errand.tooEarly` It is not time yet: check in from {opensAt} on; `consent.locationWithdrawn` You have withdrawn the consent to location; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.stateConflict" | "errand.tooEarly" | "consent.locationWithdrawn" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `errand.codeWrong` The service code is wrong; `errand.tooFar` You are some {distanceMetres} metres from the place; `errand.doorCodeInvalid` The QR code does not belong to this errand; `errand.doorCodeExpired` The QR code is no longer valid; `offline.signatureInvalid` The signature does not fit the offline record; `offline.timeInvalid` The time of the offline record is not possible */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.codeWrong" | "errand.tooFar" | "errand.doorCodeInvalid" | "errand.doorCodeExpired" | "offline.signatureInvalid" | "offline.timeInvalid";
                    };
                };
            };
            /** @description `request.tooMany` Too many requests; `errand.codeLocked` Too many wrong service codes */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.tooMany" | "errand.codeLocked";
                    };
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "reveals.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Whose data; one’s own unless told, a person of the region for staff. */
                personId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who looked at my name, telephone and door */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "safety.runLate": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** @description How much later than the window begins, about. */
                    minutes: number;
                    /** @description Without names, numbers or addresses. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Say that one will be late */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `errand.notYours` This errand is not yours */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "errand.notYours";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `errand.stateConflict` The errand is {state}; this step is not possible; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.stateConflict" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "safety.raiseEmergency": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** @description Shown to the station alone, sealed, forgotten after a week. */
                    point?: components["schemas"]["Point"];
                };
            };
        };
        responses: {
            /** @description Call the station for help */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `errand.notYours` This errand is not yours */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "errand.notYours";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "safety.listNotices": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                kind?: "late" | "emergency" | "unqualified";
                /** @description Only what nobody has acknowledged. */
                open?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delays and emergencies in a region */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "safety.acknowledge": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description A person has seen it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "safety.arrangeCall": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                errandId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description A number to call the other side by */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallLine"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `errand.notYours` This errand is not yours */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "errand.notYours";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `errand.stateConflict` The errand is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            /** @description `service.unavailable` The service is not available; `call.unavailable` Calls over the relay are not available */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "service.unavailable" | "call.unavailable";
                    };
                };
            };
            504: components["responses"]["Problem504"];
        };
    };
    "records.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                state?: "pending" | "submitted" | "disputed" | "confirmed" | "inNotice" | "credited" | "corrected" | "voided";
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Service records */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRecordPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "records.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A service record */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRecordView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "records.confirm": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description app: the resident. spokenCode, paperSlip: the resident’s word, handed in by anybody with the code. callBack: the committee or station has called. review: the same have looked into it.
                     * @enum {string}
                     */
                    method: "app" | "spokenCode" | "paperSlip" | "callBack" | "review";
                    /** @description With spokenCode the four closing digits, with paperSlip the eight of the slip. */
                    code?: string;
                    /** @description Minutes really served, where they differ; never more than the device counted. */
                    serviceMinutes?: number;
                };
            };
        };
        responses: {
            /** @description Confirm the service */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRecordView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `record.selfConfirmation` Nobody confirms own minutes; `record.familyConfirmation` Nobody confirms the minutes of family */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "record.selfConfirmation" | "record.familyConfirmation";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `record.sameApprover` A person of another role must approve; `record.stateConflict` The service record is {state}; `record.slipUsed` This slip was used or has expired; `record.slipCancelled` This slip was cancelled */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "record.sameApprover" | "record.stateConflict" | "record.slipUsed" | "record.slipCancelled";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `record.minutesInvalid` The minutes are not possible; `record.methodInvalid` This way of confirming is not for you; `record.codeWrong` The code is wrong */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "record.minutesInvalid" | "record.methodInvalid" | "record.codeWrong";
                    };
                };
            };
            /** @description `request.tooMany` Too many requests; `record.codeLocked` Too many wrong codes */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.tooMany" | "record.codeLocked";
                    };
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "records.history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Confirmations and versions of a record */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordHistory"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "records.proposeCorrection": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                recordId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description void: the record counts for nothing.
                     * @enum {string}
                     */
                    kind: "correct" | "void";
                    /** @description For correct: the minutes really given. */
                    serviceMinutes?: number;
                    /**
                     * Format: date-time
                     * @description Where the record is wrong; as recorded unless told.
                     */
                    startedAt?: string;
                    /**
                     * Format: date-time
                     * @description Its day in Tianjin is the day the minutes count on.
                     */
                    endedAt?: string;
                    /** @enum {string} */
                    reason: "forgotCheckOut" | "wrongTimes" | "wrongMinutes" | "notServed" | "duplicate" | "notVolunteering" | "wronglyVoided";
                    /** @enum {string} */
                    evidence: "residentSaid" | "paperSlip" | "photo" | "callBack" | "deviceLog" | "seenByStaff";
                    /** @description Sealed at rest; for the station and those concerned. */
                    note?: string;
                    /**
                     * Format: uuid
                     * @description Id of the correction, made by the caller.
                     */
                    id?: string;
                    /** @description The version you looked at; an older one is refused. */
                    ofVersion: number;
                };
            };
        };
        responses: {
            /** @description Propose a correction, or that the record is void */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `record.selfConfirmation` Nobody confirms own minutes; `record.familyConfirmation` Nobody confirms the minutes of family */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "record.selfConfirmation" | "record.familyConfirmation";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `record.stateConflict` The service record is {state}; `record.versionSuperseded` This version was replaced by version {version}; `record.correctionOpen` A correction of this record is waiting already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "record.stateConflict" | "record.versionSuperseded" | "record.correctionOpen" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `record.minutesInvalid` The minutes are not possible; `record.timesInvalid` The times are not possible; `record.nothingToCorrect` The correction says what the record says */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "record.minutesInvalid" | "record.timesInvalid" | "record.nothingToCorrect";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "records.decideCorrection": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "apply" | "decline";
                };
            };
        };
        responses: {
            /** @description Apply or decline a correction, by another role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `record.selfConfirmation` Nobody confirms own minutes; `record.familyConfirmation` Nobody confirms the minutes of family */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "record.selfConfirmation" | "record.familyConfirmation";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `record.stateConflict` The service record is {state}; `record.sameApprover` A person of another role must approve; `record.decided` This was decided already: {state}; `record.correctionExpired` This correction expired at {until} */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "record.stateConflict" | "record.sameApprover" | "record.decided" | "record.correctionExpired";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "records.listCorrections": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                state?: "proposed" | "applied" | "declined";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Corrections in a region */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "records.dispute": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                recordId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "notServed" | "minutesTooMany" | "otherPerson" | "unfinished" | "other";
                    /** @description Sealed at rest; for the station and those concerned. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Dispute a record before it is confirmed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRecordView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `record.stateConflict` The service record is {state} */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "record.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "records.settleDispute": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                recordId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "confirm" | "void";
                    /** @description With confirm: minutes really served, where fewer. */
                    serviceMinutes?: number;
                    /** @description Sealed at rest; for the station and those concerned. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Settle the dispute */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRecordView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `record.selfConfirmation` Nobody confirms own minutes; `record.familyConfirmation` Nobody confirms the minutes of family */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "record.selfConfirmation" | "record.familyConfirmation";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `record.stateConflict` The service record is {state}; `record.sameApprover` A person of another role must approve */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "record.stateConflict" | "record.sameApprover";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `record.minutesInvalid` The minutes are not possible */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "record.minutesInvalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "records.object": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                recordId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the objection, made by the caller.
                     */
                    id?: string;
                    /** @enum {string} */
                    reason: "minutesTooFew" | "minutesTooMany" | "wronglyVoided" | "notServed" | "wrongPerson" | "other";
                    /** @description Sealed at rest; for the station and those concerned. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Object to a confirmed or void record */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectionView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `record.stateConflict` The service record is {state}; `record.objectionOpen` Your objection to this record is under way; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "record.stateConflict" | "record.objectionOpen" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "records.investigateObjection": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Take an objection on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectionView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `record.selfConfirmation` Nobody confirms own minutes; `record.familyConfirmation` Nobody confirms the minutes of family */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "record.selfConfirmation" | "record.familyConfirmation";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `record.decided` This was decided already: {state} */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "record.decided";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "records.decideObjection": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "upheld" | "dismissed";
                    /** @description Told to who objected; sealed at rest. */
                    answer: string;
                    /** @description Required when upheld: what to put in its place. Somebody of another role then applies it. */
                    correction?: components["schemas"]["CorrectionTerms"];
                };
            };
        };
        responses: {
            /** @description Uphold or dismiss an objection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectionView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `record.selfConfirmation` Nobody confirms own minutes; `record.familyConfirmation` Nobody confirms the minutes of family */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "record.selfConfirmation" | "record.familyConfirmation";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `record.decided` This was decided already: {state}; `record.stateConflict` The service record is {state}; `record.correctionOpen` A correction of this record is waiting already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "record.decided" | "record.stateConflict" | "record.correctionOpen";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `record.minutesInvalid` The minutes are not possible; `record.timesInvalid` The times are not possible; `record.nothingToCorrect` The correction says what the record says */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "record.minutesInvalid" | "record.timesInvalid" | "record.nothingToCorrect";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "records.listObjections": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                state?: "raised" | "investigating" | "upheld" | "dismissed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Objections, of a region or your own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObjectionPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "hazards.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                state?: "reported" | "routed" | "handled" | "fedBack" | "closed";
                category?: "rubbish" | "blockedPassage" | "fireRisk" | "exposedWiring" | "bicycleCharging" | "brokenFacility" | "slipperyGround" | "waterLeak" | "fallenTree" | "strayAnimal" | "other";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hazards in a region, or one’s own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HazardPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "hazards.report": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /**
                     * Format: uuid
                     * @description The errand you were on; its community is taken unless told.
                     */
                    errandId?: string;
                    /** @description Community (12 digits); required without an errand. */
                    communityCode?: string;
                    point: components["schemas"]["Point"];
                    /** @enum {string} */
                    category: "rubbish" | "blockedPassage" | "fireRisk" | "exposedWiring" | "bicycleCharging" | "brokenFacility" | "slipperyGround" | "waterLeak" | "fallenTree" | "strayAnimal" | "other";
                    /** @enum {string} */
                    severity: "low" | "medium" | "high" | "urgent";
                    /** @description What is wrong, without names, numbers or doors. */
                    description: string;
                };
            };
        };
        responses: {
            /** @description Report a hazard; committee and station have it at once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportedHazard"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `errand.notYours` This errand is not yours */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "errand.notYours";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown";
                    };
                };
            };
            /** @description `request.tooMany` Too many requests; `hazard.tooMany` You have reported {limit} hazards today */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.tooMany" | "hazard.tooMany";
                    };
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "hazards.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A hazard */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HazardView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "hazards.handle": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What was done. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description It is dealt with, and how */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HazardView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `hazard.stateConflict` The hazard is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "hazard.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "hazards.feedBack": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Told to everybody who reported it. */
                    message: string;
                };
            };
        };
        responses: {
            /** @description Tell everybody who reported it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HazardView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `hazard.stateConflict` The hazard is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "hazard.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "hazards.close": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description It is gone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HazardView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `hazard.stateConflict` The hazard is {state}; this step is not possible */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "hazard.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "hazards.reopen": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is still there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HazardView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `hazard.stateConflict` The hazard is {state}; this step is not possible; `hazard.openNearby` The same hazard was reported here anew and is open */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "hazard.stateConflict" | "hazard.openNearby";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "photos.list": {
        parameters: {
            query: {
                /** @description An errand or a hazard. */
                subjectId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Photos of an errand or a hazard */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "photos.add": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the photo, made by the caller.
                     */
                    id?: string;
                    /** @enum {string} */
                    kind: "service" | "receipt" | "hazard" | "handling";
                    /**
                     * Format: uuid
                     * @description The errand of `service` and `receipt`, the hazard of `hazard` and `handling`.
                     */
                    subjectId: string;
                    /** @description JPEG, PNG or WebP in base64, 6 MB at most. Kept as a JPEG of 1,600 pixels without place and device. */
                    image: string;
                };
            };
        };
        responses: {
            /** @description Add a photo: of a service, a receipt, a hazard, or what was done about it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `errand.notYours` This errand is not yours */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "errand.notYours";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `errand.stateConflict` The errand is {state}; this step is not possible; `photo.tooMany` There are {most} photos already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.stateConflict" | "photo.tooMany" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `photo.unreadable` The photo cannot be read */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "photo.unreadable";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "photos.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture of a photo */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "portraits.own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My portrait, as those see it to whom I come */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortraitView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "portraits.set": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description JPEG, PNG or WebP in base64, 6 MB at most. Kept as a JPEG of 96 × 96 pixels, and nothing else of it. */
                    image: string;
                };
            };
        };
        responses: {
            /** @description Set my portrait: cropped to 96 × 96 pixels, nothing else of it is kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortraitSet"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `portrait.consentMissing` The consent to a portrait is missing; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "portrait.consentMissing" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `photo.unreadable` The photo cannot be read */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "photo.unreadable";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "portraits.remove": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Delete my portrait */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "portraits.comer": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description See who comes; for the resident and the relative who asked, from claim to check-out; every look is audited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortraitView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "purchases.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                state?: "submitted" | "paid" | "received" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Purchases of a region, or one’s own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchasePage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "purchases.submit": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the purchase, made by the caller.
                     */
                    id?: string;
                    /** Format: uuid */
                    errandId: string;
                    /** @description What was paid, in fen; no more than the ceiling. */
                    amountFen: number;
                    /**
                     * Format: uuid
                     * @description Your photo of the receipt.
                     */
                    photoId: string;
                };
            };
        };
        responses: {
            /** @description Submit what was bought on an errand, with its receipt */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `errand.notYours` This errand is not yours */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "errand.notYours";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `errand.stateConflict` The errand is {state}; this step is not possible; `purchase.none` Nothing was to be bought on this errand; `purchase.exists` A purchase of this errand is submitted already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "errand.stateConflict" | "purchase.none" | "purchase.exists" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `purchase.overCeiling` More than the agreed {ceilingYuan} yuan; `purchase.receiptMissing` There is no photo of the receipt */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchase.overCeiling" | "purchase.receiptMissing";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "purchases.pay": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    paidBy: "cash" | "wechat" | "bank";
                };
            };
        };
        responses: {
            /** @description It was paid back to the volunteer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `purchase.stateConflict` Not possible in its present state ({state}) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchase.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "purchases.refuse": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Told to the volunteer; without names, numbers or doors. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Refuse it, and say why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `purchase.stateConflict` Not possible in its present state ({state}) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchase.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "purchases.receive": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The volunteer has received the money */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PurchaseView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `purchase.stateConflict` Not possible in its present state ({state}) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "purchase.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "hardship.count": {
        parameters: {
            query: {
                region: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Residents in hardship, each counted once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HardshipCount"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "confirming.listCallBacks": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Records that wait for the resident’s word, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallBackQueue"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "confirming.callBack": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                recordId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the call, made by the caller.
                     */
                    id?: string;
                    /** @enum {string} */
                    answer: "served" | "servedShorter" | "notServed" | "noAnswer" | "wrongNumber" | "declined";
                    /** @description With servedShorter. */
                    serviceMinutes?: number;
                };
            };
        };
        responses: {
            /** @description Write a call to the resident down */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRecordView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `record.selfConfirmation` Nobody confirms own minutes; `record.familyConfirmation` Nobody confirms the minutes of family */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "record.selfConfirmation" | "record.familyConfirmation";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `record.stateConflict` The service record is {state}; `record.sameApprover` A person of another role must approve; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "record.stateConflict" | "record.sameApprover" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `record.minutesInvalid` The minutes are not possible */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "record.minutesInvalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "confirming.printSlips": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the sheet, made by the caller; the same id prints the same codes again.
                     */
                    id?: string;
                    /** Format: uuid */
                    residentId: string;
                    count: number;
                };
            };
        };
        responses: {
            /** @description Print slips that confirm one service each */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlipSheet"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "confirming.listSlips": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                residentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A resident’s slips and what became of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlipList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "confirming.cancelSlips": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                residentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the cancellation, made by the caller.
                     */
                    id?: string;
                    /** @enum {string} */
                    reason: "lost" | "damaged" | "misprinted";
                    /** @description All that still count, unless told. */
                    slips?: components["schemas"]["ById"][];
                    /** @description Print as many anew, 20 at most. */
                    replace?: boolean;
                };
            };
        };
        responses: {
            /** @description Cancel lost slips, and print new ones where wished */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelledSlips"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `slip.notOpen` There is no slip to cancel; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "slip.notOpen" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "confirming.listOverdue": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                /** @description Both unless told. */
                stage?: "alarm" | "breach";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Records at eight working days after the service or beyond ten */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverduePage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "confirming.listPairFlags": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                /** @description Only those nobody has looked at. */
                open?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pairs who confirm each other strikingly often */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairFlagPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "confirming.reviewPair": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    finding: "plausible" | "collusion";
                };
            };
        };
        responses: {
            /** @description Say what looking into it found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairFlagView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `record.selfConfirmation` Nobody confirms own minutes */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "record.selfConfirmation";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `record.decided` This was decided already: {state} */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "record.decided";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "confirming.declareTie": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** Format: uuid */
                    volunteerId: string;
                    /**
                     * Format: uuid
                     * @description A resident or a member of staff.
                     */
                    otherId: string;
                    /**
                     * @description self: the same person under another account.
                     * @enum {string}
                     */
                    kind: "self" | "family";
                };
            };
        };
        responses: {
            /** @description Declare another account of a volunteer, or family */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "confirming.endTie": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description End a declared tie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "feedback.give": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                recordId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Id of the feedback, made by the caller.
                     */
                    id?: string;
                    /** @description Those of your side; at least one. */
                    choices: ("punctual" | "careful" | "friendly" | "welcomeAgain" | "late" | "unfinished" | "unfriendly" | "askedForMoney" | "feltUnsafe" | "welcoming" | "clearNeed" | "gladToReturn" | "notAtHome" | "needUnclear" | "moreThanAgreed" | "moneyNotReturned" | "wasUnsafe")[];
                    /** @description Short, sealed at rest; the station and who it is about read it. */
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description Say how the service went */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `feedback.given` Feedback on this service was given already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "feedback.given" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `feedback.choiceInvalid` These choices are not for you */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "feedback.choiceInvalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "feedback.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                serious?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Feedback, for the station and those it is between */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "feedback.listNoShows": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                state?: "recorded" | "appealed" | "upheld" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No-shows, of a region or your own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoShowPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "feedback.appeal": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "residentAsked" | "checkInFailed" | "accident" | "illness" | "wasThere" | "other";
                    /** @description Sealed at rest. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Appeal against a no-show */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoShowView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `conduct.decided` This is {state} already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "conduct.decided";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "feedback.decideAppeal": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description upheld: the no-show stands.
                     * @enum {string}
                     */
                    decision: "upheld" | "withdrawn";
                    /** @description Told to the volunteer; sealed at rest. */
                    answer: string;
                };
            };
        };
        responses: {
            /** @description Decide on an appeal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoShowView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `conduct.ownCase` Another person must decide */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "conduct.ownCase";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `conduct.decided` This is {state} already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "conduct.decided";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "feedback.listSuspensions": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                state?: "running" | "reviewAsked" | "kept" | "lifted";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Suspensions, of a region or your own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspensionPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "feedback.askReview": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Sealed at rest. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Ask for a review of your suspension */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspensionView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `conduct.decided` This is {state} already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "conduct.decided";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "feedback.reviewSuspension": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "lift" | "keep";
                    /** @description Told to the volunteer; sealed at rest. */
                    answer: string;
                };
            };
        };
        responses: {
            /** @description Lift or keep a suspension */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspensionView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `conduct.ownCase` Another person must decide */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "conduct.ownCase";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `conduct.decided` This is {state} already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "conduct.decided";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "ledger.getBalance": {
        parameters: {
            query?: {
                /** @description For who has accounts in several cities; the one opened first unless told. */
                cityCode?: number;
            };
            header?: never;
            path: {
                ownerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Balance of time credits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalanceView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `ledger.accountUnknown` No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "ledger.accountUnknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "ledger.getStatement": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description As in a balance. */
                cityCode?: number;
            };
            header?: never;
            path: {
                ownerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Statement of time credits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `ledger.accountUnknown` No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "ledger.accountUnknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "ledger.openAccount": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    cityCode: number;
                    /** @enum {string} */
                    kind: "issuance" | "personal" | "group" | "publicPool" | "escrow" | "expired" | "writeoff" | "clearing";
                    /**
                     * Format: uuid
                     * @description Nobody, for accounts of the city.
                     */
                    ownerId?: string;
                    /** @description How far the balance may fall: 0 unless told, -600 for a credit line of ten hours. */
                    floorMinutes?: number;
                    /** @description No floor at all; then none is named. */
                    unlimited?: boolean;
                };
            };
        };
        responses: {
            /** @description Open an account */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `idempotency.conflict` This id was already used for something else; `ledger.accountExists` The owner has an account of this kind */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict" | "ledger.accountExists";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "ledger.setFloor": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cityCode: number;
                    /** @description How far the balance may fall: 0 unless told, -600 for a credit line of ten hours. */
                    floorMinutes?: number;
                    /** @description No floor at all; then none is named. */
                    unlimited?: boolean;
                };
            };
        };
        responses: {
            /** @description Set how low the balance may fall */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `ledger.accountUnknown` No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "ledger.accountUnknown";
                    };
                };
            };
            /** @description `ledger.accountClosed` The account is closed; `ledger.floorAboveBalance` The floor is above the balance */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "ledger.accountClosed" | "ledger.floorAboveBalance";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "ledger.closeAccount": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cityCode: number;
                    /** @description Moves the rest to the public pool; else there must be none. */
                    donateRest?: boolean;
                };
            };
        };
        responses: {
            /** @description Close an account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `ledger.accountUnknown` No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "ledger.accountUnknown";
                    };
                };
            };
            /** @description `ledger.accountPending` The account has open holds; `ledger.accountNotEmpty` The account is not empty */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "ledger.accountPending" | "ledger.accountNotEmpty";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `ledger.sameAccount` Debit and credit are the same account; `ledger.minutesInvalid` Minutes must be a whole number from 1 to 1000000 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "ledger.sameAccount" | "ledger.minutesInvalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "ledger.getSolvency": {
        parameters: {
            query?: {
                /** @description Days looked back upon, today the last of them; 365 unless told. */
                windowDays?: number;
                /** @description Days looked ahead; 365 unless told. */
                horizonDays?: number;
            };
            header?: never;
            path: {
                /** @description A city, or any division inside it. */
                region: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the credits of a region can be redeemed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Solvency"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "ledger.audit": {
        parameters: {
            query: {
                /** @description A city, or any division inside it. */
                region: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the ledger says of itself */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerAudit"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "statements.readFile": {
        parameters: {
            query: {
                /** @description As in a balance. */
                cityCode?: number;
                /** @description First day; the first ever unless told. */
                from?: string;
                /** @description Last day; today unless told. */
                to?: string;
                format: "csv" | "xlsx" | "html";
                /** @description The request’s own unless told. */
                language?: "zh" | "en";
            };
            header?: never;
            path: {
                ownerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Statement of time credits as a file: a sheet, or a page to print */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/html": string;
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `ledger.accountUnknown` No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "ledger.accountUnknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "redemption.gift": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Of the transfer.
                     */
                    id?: string;
                    /**
                     * Format: uuid
                     * @description Who is given the minutes.
                     */
                    toOwnerId: string;
                    minutes: number;
                    /** @description As in a balance. */
                    cityCode?: number;
                };
            };
        };
        responses: {
            /** @description Give credits to a relative */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `redemption.notAllowed` The city’s policy does not allow this; `redemption.notRelated` You are not related as the policy asks; `redemption.tooYoung` Not {minAge} years old yet */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "redemption.notAllowed" | "redemption.notRelated" | "redemption.tooYoung";
                    };
                };
            };
            /** @description `resource.notFound` Not found; `ledger.accountUnknown` No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound" | "ledger.accountUnknown";
                    };
                };
            };
            /** @description `ledger.transferConflict` A transfer with this id has other content; `ledger.accountClosed` The account is closed; `ledger.insufficient` Not enough credits */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "ledger.transferConflict" | "ledger.accountClosed" | "ledger.insufficient";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `ledger.sameAccount` Debit and credit are the same account; `redemption.ageUnknown` The age is not known; `redemption.wholeUnits` Whole units only */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "ledger.sameAccount" | "redemption.ageUnknown" | "redemption.wholeUnits";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "redemption.donate": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Of the transfer.
                     */
                    id?: string;
                    minutes: number;
                    /** @description As in a balance. */
                    cityCode?: number;
                };
            };
        };
        responses: {
            /** @description Donate credits to the public pool */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `redemption.notAllowed` The city’s policy does not allow this; `redemption.tooYoung` Not {minAge} years old yet */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "redemption.notAllowed" | "redemption.tooYoung";
                    };
                };
            };
            /** @description `ledger.accountUnknown` No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "ledger.accountUnknown";
                    };
                };
            };
            /** @description `ledger.transferConflict` A transfer with this id has other content; `ledger.accountClosed` The account is closed; `ledger.insufficient` Not enough credits */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "ledger.transferConflict" | "ledger.accountClosed" | "ledger.insufficient";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `redemption.ageUnknown` The age is not known; `redemption.wholeUnits` Whole units only */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "redemption.ageUnknown" | "redemption.wholeUnits";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "goods.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Whose goods; for staff their own region unless told. */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Goods for credits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "goods.offer": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** @description What it is; donated goods, never money or vouchers for money. */
                    title: string;
                    /** @description Of credits. There is no price in money. */
                    priceMinutes: number;
                    stock: number;
                };
            };
        };
        responses: {
            /** @description A station offers goods for credits */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `redemption.notAllowed` The city’s policy does not allow this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "redemption.notAllowed";
                    };
                };
            };
            /** @description `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "goods.change": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description For orders from now on. */
                    priceMinutes?: number;
                    /** @description What is there now, besides what is ordered. */
                    stock?: number;
                    /** @description No longer offered; what is ordered can be collected. */
                    withdrawn?: boolean;
                };
            };
        };
        responses: {
            /** @description Change price or stock, or withdraw */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "goods.order": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                goodsId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Of the order.
                     */
                    id?: string;
                };
            };
        };
        responses: {
            /** @description Order goods for credits */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsOrderView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `redemption.notAllowed` The city’s policy does not allow this; `redemption.tooYoung` Not {minAge} years old yet; `redemption.starHoursMissing` Fewer than {minStarHours} hours of service */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "redemption.notAllowed" | "redemption.tooYoung" | "redemption.starHoursMissing";
                    };
                };
            };
            /** @description `resource.notFound` Not found; `ledger.accountUnknown` No such account */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound" | "ledger.accountUnknown";
                    };
                };
            };
            /** @description `idempotency.conflict` This id was already used for something else; `goods.unavailable` The item is not available; `ledger.accountClosed` The account is closed; `ledger.insufficient` Not enough credits */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict" | "goods.unavailable" | "ledger.accountClosed" | "ledger.insufficient";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `redemption.ageUnknown` The age is not known; `redemption.wholeUnits` Whole units only */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "redemption.ageUnknown" | "redemption.wholeUnits";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "goods.listOrders": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Orders of goods */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsOrderPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "goods.collect": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What the person who ordered shows. */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Hand the goods over against the code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsOrderView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `goods.codeWrong` The code is wrong */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "goods.codeWrong";
                    };
                };
            };
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `goods.stateConflict` The order’s state does not allow this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "goods.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `request.tooMany` Too many requests; `goods.codeLocked` Too many wrong codes */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.tooMany" | "goods.codeLocked";
                    };
                };
            };
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "goods.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Cancel an order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoodsOrderView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `goods.stateConflict` The order’s state does not allow this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "goods.stateConflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "evidence.listHeads": {
        parameters: {
            query: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description First four digits of the region. */
                cityCode: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Published daily heads of the ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DailyHeadPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "evidence.getHead": {
        parameters: {
            query: {
                /** @description First four digits of the region. */
                cityCode: number;
            };
            header?: never;
            path: {
                /** @description In Asia/Shanghai. */
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ledger’s head of a day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DailyHead"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "evidence.proveTransfer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Receipt of a transfer of one’s own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `ledger.headPending` The head of its day is not published yet */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "ledger.headPending";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "evidence.checkReceipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description First four digits of the region. */
                    cityCode: number;
                    /** Format: date */
                    day: string;
                    leafHash: string;
                    leafIndex: number;
                    path: string;
                };
            };
        };
        responses: {
            /** @description Check a receipt against a published head */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptCheck"];
                };
            };
            400: components["responses"]["Problem400"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "policies.presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Policies of cities to begin from */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPresets"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "policies.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description First four digits of the region. */
                cityCode: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Versions of a city’s policy on time credits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyTimeline"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "policies.adopt": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description First four digits of the region. */
                cityCode: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description In the order of their days; all or none. */
                    versions: components["schemas"]["ProposedPolicy"][];
                };
            };
        };
        responses: {
            /** @description Adopt versions of a policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyTimeline"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `policy.notFuture` A policy begins in the future; `policy.periodEmpty` The policy would end before it begins; `policy.overlap` Two policies would be in force at once; `policy.gap` No policy would be in force for a while; `policy.contradiction` Two keys of the policy contradict each other; `policy.undecided` The policy leaves something open; `policy.stepImpossible` The limit can never be reached in whole steps; `policy.openEnd` The last version must not end */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "policy.notFuture" | "policy.periodEmpty" | "policy.overlap" | "policy.gap" | "policy.contradiction" | "policy.undecided" | "policy.stepImpossible" | "policy.openEnd";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "policies.dryRun": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description First four digits of the region. */
                cityCode: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Items a page, 20 unless told. */
                    limit?: number;
                    cursor?: string;
                    /**
                     * Format: date
                     * @description First day of service.
                     */
                    from: string;
                    /**
                     * Format: date
                     * @description Last day of service, at most 366 days in all.
                     */
                    to: string;
                    /**
                     * @description Whom to list: who would get more, less, meet a cap, or (unless told) any of these.
                     * @enum {string}
                     */
                    effect?: "gain" | "lose" | "capped" | "changed";
                    policy: components["schemas"]["Policy"];
                };
            };
        };
        responses: {
            /** @description Replay past days under a proposed policy, writing nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunView"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid; `policy.periodInvalid` The period of the dry run is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid" | "policy.periodInvalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `policy.notFuture` A policy begins in the future; `policy.periodEmpty` The policy would end before it begins; `policy.overlap` Two policies would be in force at once; `policy.gap` No policy would be in force for a while; `policy.contradiction` Two keys of the policy contradict each other; `policy.undecided` The policy leaves something open; `policy.stepImpossible` The limit can never be reached in whole steps; `policy.openEnd` The last version must not end */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "policy.notFuture" | "policy.periodEmpty" | "policy.overlap" | "policy.gap" | "policy.contradiction" | "policy.undecided" | "policy.stepImpossible" | "policy.openEnd";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "policies.getEarning": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a service record was credited, and why not more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EarningView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "pool.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description First four digits of the region. */
                cityCode: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a city put into its public pool, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoolFundingPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "pool.fund": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description First four digits of the region. */
                cityCode: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Of the funding and of its transfer.
                     */
                    id?: string;
                    minutes: number;
                    /** @description Why, for everybody to read: the decision and its number, say. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Put credits of the city into its public pool */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PoolFunding"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `idempotency.conflict` This id was already used for something else; `pool.yearExceeded` More than the pool may be given in a year; `ledger.transferConflict` A transfer with this id has other content; `ledger.accountClosed` The account is closed; `ledger.insufficient` Not enough credits */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict" | "pool.yearExceeded" | "ledger.transferConflict" | "ledger.accountClosed" | "ledger.insufficient";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "pool.settle": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                ownerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description First four digits of the region. */
                    cityCode: number;
                    /** @enum {string} */
                    cause: "death" | "leftRegion";
                    /**
                     * Format: uuid
                     * @description Who inherits, where the policy says so: a confirmed relative.
                     */
                    heirId?: string;
                };
            };
        };
        responses: {
            /** @description Settle the account of who died or left the region, as the policy says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeavingView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            /** @description `access.denied` You may not do this; `access.foreignRegion` Outside your region; `redemption.notRelated` You are not related as the policy asks */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "access.denied" | "access.foreignRegion" | "redemption.notRelated";
                    };
                };
            };
            /** @description `ledger.accountUnknown` No such account; `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "ledger.accountUnknown" | "resource.notFound";
                    };
                };
            };
            /** @description `idempotency.conflict` This id was already used for something else; `ledger.accountClosed` The account is closed; `leaving.undecided` The city’s policy does not say what becomes of the balance; `ledger.accountPending` The account has open holds; `ledger.accountNotEmpty` The account is not empty */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict" | "ledger.accountClosed" | "leaving.undecided" | "ledger.accountPending" | "ledger.accountNotEmpty";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `ledger.sameAccount` Debit and credit are the same account; `leaving.heirMissing` Nobody is named who inherits; `leaving.heirUnwanted` By the city’s policy nobody inherits the balance; `ledger.minutesInvalid` Minutes must be a whole number from 1 to 1000000 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "ledger.sameAccount" | "leaving.heirMissing" | "leaving.heirUnwanted" | "ledger.minutesInvalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "reports.getTotals": {
        parameters: {
            query: {
                region: string;
                /** @description First day; the first ever unless told. */
                from?: string;
                /** @description Last day; today unless told. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Totals of a region over days */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totals"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.spanInvalid` The span of days is not possible; `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid" | "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "reports.getBreakdown": {
        parameters: {
            query: {
                region: string;
                /** @description First day; the first ever unless told. */
                from?: string;
                /** @description Last day; today unless told. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Totals by the divisions one level below */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Breakdown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.spanInvalid` The span of days is not possible; `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid" | "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "reports.hazards": {
        parameters: {
            query: {
                region: string;
                /** @description First day; the first ever unless told. */
                from?: string;
                /** @description Last day; today unless told. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hazards by category, and the time to closure */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HazardReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.spanInvalid` The span of days is not possible */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "reports.getDays": {
        parameters: {
            query: {
                region: string;
                /** @description First day. */
                from: string;
                /** @description Last day; today unless told. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Totals of each day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DailyTotals"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.spanInvalid` The span of days is not possible */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "reports.listServices": {
        parameters: {
            query: {
                /** @description A community, or a division inside your region. */
                region: string;
                day: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The services that count on a day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountedServices"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.spanInvalid` The span of days is not possible */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "reports.listSteps": {
        parameters: {
            query: {
                /** @description A subdistrict or a community. */
                region: string;
                day: string;
                metric: "needsSubmitted" | "needsVerified" | "needsForwarded" | "needsAccepted" | "needsPosted" | "needsDispatched" | "needsReferred" | "needsRejected" | "needsFulfilled" | "needsClosed" | "needsCancelled" | "errandsOpened" | "errandsClaimed" | "errandsReleased" | "errandsCheckedIn" | "errandsFinished" | "errandsExpired" | "errandsCancelled" | "purchasesPaid" | "purchasesPaidFen";
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The steps of needs, errands and purchases that a figure of a day counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountedSteps"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "reports.getDaily": {
        parameters: {
            query: {
                region: string;
                /** @description Yesterday unless told. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The daily report as it was published, with its revisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DailyReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.notPublished` No daily report was published for this day */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.notPublished";
                    };
                };
            };
            /** @description `report.spanInvalid` The span of days is not possible; `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid" | "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "reports.reviseDaily": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    region: string;
                    /** Format: date */
                    day: string;
                    /** @description Why what was published changes; published with it. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Revise a published day, with the reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DailyReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.notPublished` No daily report was published for this day */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.notPublished";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `report.spanInvalid` The span of days is not possible; `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid" | "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "reports.reconcile": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    region: string;
                    /** @description Put the owners’ counts in place of what differs. */
                    rebuild?: boolean;
                };
            };
        };
        responses: {
            /** @description Compares totals with their owners’ own counts; puts them right where asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "reports.getTimeToClaim": {
        parameters: {
            query: {
                region: string;
                /** @description First day; the first ever unless told. */
                from?: string;
                /** @description Last day; today unless told. */
                to?: string;
                /** @description needType unless told. */
                by?: "needType" | "hour" | "part";
                /** @description Only errands of this type. */
                type?: "groceries" | "medicine" | "parcels" | "repair" | "haircut" | "company" | "paperwork" | "disabilityCard" | "other";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Time-to-claim, p50 and p95, by need type, hour or division */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeToClaim"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.spanInvalid` The span of days is not possible; `report.placeTooSmall` Waits are counted by subdistrict; `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid" | "report.placeTooSmall" | "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "comparisons.getPeriod": {
        parameters: {
            query: {
                region: string;
                kind: "week" | "month" | "year";
                /** @description Any day of the period; the last one that is over unless told. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The weekly, monthly or yearly report as it was published, with its revisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.notPublished` No daily report was published for this day */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.notPublished";
                    };
                };
            };
            /** @description `report.spanInvalid` The span of days is not possible; `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid" | "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "comparisons.revisePeriod": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    region: string;
                    /** @enum {string} */
                    kind: "week" | "month" | "year";
                    /**
                     * Format: date
                     * @description Any day of the period.
                     */
                    day: string;
                    /** @description Why what was published changes; published with it. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Revise a published week, month or year, with the reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeriodReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.notPublished` No daily report was published for this day */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.notPublished";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `report.spanInvalid` The span of days is not possible; `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid" | "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "comparisons.compare": {
        parameters: {
            query: {
                region: string;
                /** @description First day. */
                from: string;
                /** @description Last day; today unless told. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Year on year: the same days a year before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparison"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.spanInvalid` The span of days is not possible; `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid" | "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "comparisons.rank": {
        parameters: {
            query: {
                region: string;
                /** @description First day; the first ever unless told. */
                from?: string;
                /** @description Last day; today unless told. */
                to?: string;
                by: "volunteersRegistered" | "volunteersVerified" | "needsSubmitted" | "needsVerified" | "needsForwarded" | "needsAccepted" | "needsPosted" | "needsDispatched" | "needsReferred" | "needsRejected" | "needsFulfilled" | "needsClosed" | "needsCancelled" | "errandsOpened" | "errandsClaimed" | "errandsReleased" | "errandsCheckedIn" | "errandsFinished" | "errandsExpired" | "errandsCancelled" | "purchasesPaid" | "purchasesPaidFen" | "servicesConfirmed" | "deviceVerifiedMinutes" | "attestedMinutes" | "homeServicesConfirmed" | "homeDeviceVerifiedMinutes" | "homeAttestedMinutes" | "creditsIssuedMinutes" | "creditsSpentMinutes" | "creditsExpiredMinutes" | "creditsWrittenOffMinutes" | "volunteersActive30" | "volunteersActive90" | "volunteersActive365";
                /** @description By the figure itself unless told, or by the figure to a thousand of the population. */
                per?: "count" | "population";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The divisions one level below, ranked by a figure or by it to a thousand people */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ranking"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.spanInvalid` The span of days is not possible; `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid" | "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "comparisons.getRatios": {
        parameters: {
            query: {
                region: string;
                /** @description As of the end of this day; today unless told. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ratios and coverage, each with its denominator and where that comes from */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ratios"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.spanInvalid` The span of days is not possible; `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid" | "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "comparisons.getRatiosOfParts": {
        parameters: {
            query: {
                region: string;
                /** @description As of the end of this day; today unless told. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ratios and coverage of every division one level below, in one reading */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatiosOfParts"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.spanInvalid` The span of days is not possible; `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid" | "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "comparisons.getRecipients": {
        parameters: {
            query: {
                region: string;
                span: "month" | "year";
                /** @description Any day of the month or year; today unless told. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Different people and households served in a month or year */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recipients"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.spanInvalid` The span of days is not possible; `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid" | "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "subscriptions.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Subscriptions to reports of your region */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "subscriptions.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    id?: string;
                    /** @description Whose reports: of this very division. */
                    region: string;
                    /** @enum {string} */
                    kind: "day" | "week" | "month" | "year";
                    /** @description https, without user name and password; reachable from the internet. */
                    url: string;
                };
            };
        };
        responses: {
            /** @description Have published reports sent to your address, signed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSubscription"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `idempotency.conflict` This id was already used for something else; `subscription.off` Reports are not sent from here */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict" | "subscription.off";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `region.unknown` No such administrative division; `subscription.targetRefused` Reports cannot be sent to this address */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown" | "subscription.targetRefused";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "subscriptions.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A subscription and its newest deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "subscriptions.end": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description End a subscription */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "subscriptions.retry": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Send again what was given up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "reportfiles.readFile": {
        parameters: {
            query: {
                region: string;
                kind: "breakdown" | "coverage" | "days" | "comparison" | "day" | "week" | "month" | "year";
                /** @description First day of breakdown, days and comparison; the last two need it. */
                from?: string;
                /** @description Last day of these; today unless told. */
                to?: string;
                /** @description Any day of a published period; the last one over unless told. */
                day?: string;
                format: "csv" | "xlsx" | "pdf";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Totals, breakdowns, days, comparisons and published reports as a sheet, or as PDF with charts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `report.notPublished` No daily report was published for this day */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.notPublished";
                    };
                };
            };
            /** @description `report.spanInvalid` The span of days is not possible; `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "report.spanInvalid" | "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "open.get": {
        parameters: {
            query: {
                /** @description A city, district or subdistrict. */
                region: string;
                /** @description `2026-02`; the last one published unless told. */
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public: the totals of a division and month, without figures below 5 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenMonth"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `openData.notPublished` There is no open data of this division and month */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "openData.notPublished";
                    };
                };
            };
            /** @description `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "open.readFile": {
        parameters: {
            query: {
                /** @description A city, district or subdistrict. */
                region: string;
                /** @description `2026-02`; the last one published unless told. */
                month?: string;
                format: "csv" | "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public: the same as a file of open data */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/json": string;
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `openData.notPublished` There is no open data of this division and month */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "openData.notPublished";
                    };
                };
            };
            /** @description `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "staffshifts.week": {
        parameters: {
            query: {
                /** @description The first of seven days, in Asia/Shanghai. */
                from: string;
                /** @description Stations inside this division; your own region unless told. */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A week of shifts at the stations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffWeek"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "staffshifts.add": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Made by the caller.
                     */
                    id?: string;
                    /**
                     * Format: uuid
                     * @description Somebody of a station of your region.
                     */
                    staffId: string;
                    /** Format: date-time */
                    startsAt: string;
                    /**
                     * Format: date-time
                     * @description From 15 minutes to 16 hours later; it may lie on the next day.
                     */
                    endsAt: string;
                };
            };
        };
        responses: {
            /** @description Put somebody on a shift */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffShiftView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `staffShift.overlaps` Somebody is at work then already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "staffShift.overlaps" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `staffShift.spanInvalid` A shift cannot be that long */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "staffShift.spanInvalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "staffshifts.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Take a shift off the week */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffShiftView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "statistics.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                metric?: "socialWorkStations" | "communitiesCovered" | "residentsCommittees" | "committeeStaff" | "residents" | "courierSites" | "courierVolunteers" | "registeredVolunteers" | "volunteerPersonTimes" | "serviceHours" | "socialWorkers" | "licensedSocialWorkers" | "cases" | "casePersonTimes" | "groups" | "groupPersonTimes" | "communityActivities" | "activityPersonTimes" | "personTimes" | "personsServed" | "householdsServed" | "serviceMinutes" | "timeBankActivities" | "resourceLinks" | "resourceEquivalentFen" | "campaigns" | "problemsLogged" | "problemsReferred";
                /** @description Only records that begin on this day or later. */
                from?: string;
                /** @description Only records that end on this day or before. */
                to?: string;
                /** @description Only what was entered of this campaign. */
                campaignId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Records of a region and all inside it, each in its newest version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "statistics.enter": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it stands on: a list, a report, a document with its number. No names of people. */
                    evidence: string;
                    /** @description SHA-256 of the document. */
                    evidenceSha256?: string;
                    value: number;
                    /** @enum {string} */
                    qualifier: "exact" | "approx" | "atLeast";
                    /**
                     * Format: uuid
                     * @description Id of the record, made by the caller.
                     */
                    id?: string;
                    region: string;
                    /** @enum {string} */
                    metric: "socialWorkStations" | "communitiesCovered" | "residentsCommittees" | "committeeStaff" | "residents" | "courierSites" | "courierVolunteers" | "registeredVolunteers" | "volunteerPersonTimes" | "serviceHours" | "socialWorkers" | "licensedSocialWorkers" | "cases" | "casePersonTimes" | "groups" | "groupPersonTimes" | "communityActivities" | "activityPersonTimes" | "personTimes" | "personsServed" | "householdsServed" | "serviceMinutes" | "timeBankActivities" | "resourceLinks" | "resourceEquivalentFen" | "campaigns" | "problemsLogged" | "problemsReferred";
                    /**
                     * Format: date
                     * @description First day it covers; absent of what there is on the last.
                     */
                    from?: string;
                    /**
                     * Format: date
                     * @description Last day it covers.
                     */
                    to: string;
                    /** @description Who says so: a station, a bureau, a publication. */
                    source: string;
                    /**
                     * Format: uuid
                     * @description What it adds to the goal of this campaign; no figure of the region then, but of the campaign.
                     */
                    campaignId?: string;
                };
            };
        };
        responses: {
            /** @description Enter a figure that a station publishes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `statistic.exists` This figure is on record already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "statistic.exists" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `region.unknown` No such administrative division; `statistic.spanInvalid` The days are not valid; `statistic.followsFromLog` This figure follows from the problem log; `campaign.notItsRecord` Not progress of this campaign */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown" | "statistic.spanInvalid" | "statistic.followsFromLog" | "campaign.notItsRecord";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "statistics.import": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All or none; ids make a retry harmless. */
                    items: components["schemas"]["EnterStatisticInput"][];
                };
            };
        };
        responses: {
            /** @description Enter many at once, all or none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `statistic.exists` This figure is on record already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "statistic.exists" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `region.unknown` No such administrative division; `statistic.spanInvalid` The days are not valid; `statistic.followsFromLog` This figure follows from the problem log; `campaign.notItsRecord` Not progress of this campaign */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown" | "statistic.spanInvalid" | "statistic.followsFromLog" | "campaign.notItsRecord";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "statistics.correct": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it stands on: a list, a report, a document with its number. No names of people. */
                    evidence: string;
                    /** @description SHA-256 of the document. */
                    evidenceSha256?: string;
                    value: number;
                    /** @enum {string} */
                    qualifier: "exact" | "approx" | "atLeast";
                    /** @description The version you looked at. */
                    ofVersion: number;
                    /** @description Why. */
                    reason: string;
                    /** @description The record counts for nothing from now on. */
                    isWithdrawn?: boolean;
                };
            };
        };
        responses: {
            /** @description Correct a record by a version more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `statistic.superseded` The record has a newer version; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "statistic.superseded" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "statistics.history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every version of a record */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticList"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "statistics.figures": {
        parameters: {
            query: {
                region: string;
                /** @description Only records that begin on this day or later. */
                from?: string;
                /** @description Only records that end on this day or before. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public: the figures of a region, with their qualifiers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedFigures"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "campaigns.enter": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it stands on: a list, a report, a document with its number. No names of people. */
                    evidence: string;
                    /** @description SHA-256 of the document. */
                    evidenceSha256?: string;
                    /** @description In units of the metric. */
                    target: number;
                    /**
                     * Format: uuid
                     * @description Id of the campaign, made by the caller.
                     */
                    id?: string;
                    region: string;
                    name: string;
                    /** @enum {string} */
                    metric: "personsServed" | "householdsServed" | "personTimes" | "volunteerPersonTimes" | "serviceMinutes" | "serviceHours" | "cases" | "groups" | "communityActivities" | "activityPersonTimes" | "resourceLinks" | "resourceEquivalentFen";
                    /**
                     * Format: date
                     * @description First day.
                     */
                    from: string;
                    /**
                     * Format: date
                     * @description Last day; it may lie ahead.
                     */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Enter a campaign with its goal */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `campaign.exists` This campaign is on record already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "campaign.exists" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `region.unknown` No such administrative division; `statistic.spanInvalid` The days are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown" | "statistic.spanInvalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "campaigns.import": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All or none; ids make a retry harmless. */
                    items: components["schemas"]["EnterCampaignInput"][];
                };
            };
        };
        responses: {
            /** @description Enter many campaigns, all or none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `campaign.exists` This campaign is on record already; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "campaign.exists" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `region.unknown` No such administrative division; `statistic.spanInvalid` The days are not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown" | "statistic.spanInvalid";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "campaigns.correct": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it stands on: a list, a report, a document with its number. No names of people. */
                    evidence: string;
                    /** @description SHA-256 of the document. */
                    evidenceSha256?: string;
                    /** @description In units of the metric. */
                    target: number;
                    /** @description The version you looked at. */
                    ofVersion: number;
                    /** @description Why. */
                    reason: string;
                    /** @description It is shown no more and takes no progress. */
                    isWithdrawn?: boolean;
                };
            };
        };
        responses: {
            /** @description Correct the goal or withdraw, by a version more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `statistic.superseded` The record has a newer version; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "statistic.superseded" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "campaigns.history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every version of a campaign */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignList"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "campaigns.list": {
        parameters: {
            query: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description With everything inside it. */
                region: string;
                /** @description Only campaigns that run on this day. */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public: campaigns with target, reached and per cent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            /** @description `region.unknown` No such administrative division */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "problems.list": {
        parameters: {
            query?: {
                /** @description Items a page, 20 unless told. */
                limit?: number;
                cursor?: string;
                /** @description Everything inside this division; your own region unless told. */
                region?: string;
                from?: string;
                to?: string;
                state?: "open" | "referred" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log of the region */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemPage"];
                };
            };
            /** @description `request.invalid` The request is not valid; `request.malformed` The request cannot be read; `cursor.invalid` The page cursor is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "request.invalid" | "request.malformed" | "cursor.invalid";
                    };
                };
            };
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "problems.log": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it stands on: a list, a report, a document with its number. No names of people. */
                    evidence: string;
                    /** @description SHA-256 of the document. */
                    evidenceSha256?: string;
                    /** @enum {string} */
                    category: "food" | "oil" | "vegetables" | "medicine" | "urgentMedicalCare" | "policyAdvice" | "counselling" | "emotionalSupport" | "other";
                    /** @description What was asked. No names, numbers or doors. */
                    asked: string;
                    /** @description How it was handled so far. No names, numbers or doors. */
                    handling?: string;
                    /** @enum {string} */
                    state: "open" | "referred" | "closed";
                    /**
                     * @description Where it was referred to.
                     * @enum {string}
                     */
                    body?: "hospital" | "police" | "fireService" | "civilAffairsBureau" | "disabledPersonsFederation" | "psychologicalService" | "legalAid" | "propertyManagement" | "utilities" | "socialWorkStation" | "other";
                    /** @description Name of that body. */
                    bodyName?: string;
                    /**
                     * Format: uuid
                     * @description Id of the entry, made by the caller.
                     */
                    id?: string;
                    /** @description The community. */
                    region: string;
                    /**
                     * Format: date
                     * @description When it was asked.
                     */
                    day: string;
                };
            };
        };
        responses: {
            /** @description Log what somebody asked for */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `region.unknown` No such administrative division; `problem.dayInvalid` The day is not valid; `problem.placeTooLarge` Say which community; `problem.stateInvalid` The state does not fit; `problem.personalData` No personal data here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown" | "problem.dayInvalid" | "problem.placeTooLarge" | "problem.stateInvalid" | "problem.personalData";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "problems.import": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All or none; ids make a retry harmless. */
                    items: components["schemas"]["LogProblemInput"][];
                };
            };
        };
        responses: {
            /** @description Log many, all or none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `region.unknown` No such administrative division; `problem.dayInvalid` The day is not valid; `problem.placeTooLarge` Say which community; `problem.stateInvalid` The state does not fit; `problem.personalData` No personal data here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "region.unknown" | "problem.dayInvalid" | "problem.placeTooLarge" | "problem.stateInvalid" | "problem.personalData";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "problems.correct": {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and content give the first answer again; other content is a conflict. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it stands on: a list, a report, a document with its number. No names of people. */
                    evidence: string;
                    /** @description SHA-256 of the document. */
                    evidenceSha256?: string;
                    /** @enum {string} */
                    category: "food" | "oil" | "vegetables" | "medicine" | "urgentMedicalCare" | "policyAdvice" | "counselling" | "emotionalSupport" | "other";
                    /** @description What was asked. No names, numbers or doors. */
                    asked: string;
                    /** @description How it was handled so far. No names, numbers or doors. */
                    handling?: string;
                    /** @enum {string} */
                    state: "open" | "referred" | "closed";
                    /**
                     * @description Where it was referred to.
                     * @enum {string}
                     */
                    body?: "hospital" | "police" | "fireService" | "civilAffairsBureau" | "disabledPersonsFederation" | "psychologicalService" | "legalAid" | "propertyManagement" | "utilities" | "socialWorkStation" | "other";
                    /** @description Name of that body. */
                    bodyName?: string;
                    /** @description The version you looked at. */
                    ofVersion: number;
                    /** @description What happened since, or what was wrong. */
                    reason: string;
                    /** @description The entry counts for nothing from now on. */
                    isWithdrawn?: boolean;
                };
            };
        };
        responses: {
            /** @description Handle, refer, close or correct, by a version more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            /** @description `statistic.superseded` The record has a newer version; `idempotency.conflict` This id was already used for something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "statistic.superseded" | "idempotency.conflict";
                    };
                };
            };
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            /** @description `problem.stateInvalid` The state does not fit; `problem.personalData` No personal data here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "problem.stateInvalid" | "problem.personalData";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "problems.history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every version of an entry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            /** @description `resource.notFound` Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "resource.notFound";
                    };
                };
            };
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    "problems.count": {
        parameters: {
            query: {
                region: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many were logged, referred and closed, by category */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemCounts"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
}
