import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { BrowserRouter, Navigate, Route, Routes, useLocation } from 'react-router';
import { ApiProblem } from './api';
import { pollMs } from './live';
import { homeOf, mayOpen } from './places';
import { type Role, useSession } from './session';
import { Shell } from './shell';
import { SignInPage } from './sign-in/sign-in.page';
import { Theme } from './theme';

const pages = {
  '/needs': lazy(async () => ({ default: (await import('./needs/board.page')).BoardPage })),
  '/needs/new': lazy(async () => ({ default: (await import('./needs/post.page')).PostPage })),
  '/needs/series': lazy(async () => ({ default: (await import('./needs/series.page')).SeriesPage })),
  '/unclaimed': lazy(async () => ({ default: (await import('./queue/queue.page')).QueuePage })),
  '/errand-map': lazy(async () => ({ default: (await import('./queue/map.page')).ErrandMapPage })),
  '/call-backs': lazy(async () => ({ default: (await import('./records/call-backs.page')).CallBacksPage })),
  '/records': lazy(async () => ({ default: (await import('./records/records.page')).RecordsPage })),
  '/needs/slip': lazy(async () => ({
    default: (await import('./slips/errand.slip.page')).ErrandSlipPage,
  })),
  '/slips': lazy(async () => ({ default: (await import('./slips/slips.page')).SlipsPage })),
  '/disputes': lazy(async () => ({ default: (await import('./disputes/disputes.page')).DisputesPage })),
  '/referrals': lazy(async () => ({ default: (await import('./referrals/referrals.page')).ReferralsPage })),
  '/referrals/new': lazy(async () => ({ default: (await import('./referrals/refer.page')).ReferPage })),
  '/volunteers': lazy(async () => ({
    default: (await import('./volunteers/volunteers.page')).VolunteersPage,
  })),
  '/volunteers/new': lazy(async () => ({
    default: (await import('./volunteers/register.page')).RegisterPage,
  })),
  '/merges': lazy(async () => ({ default: (await import('./merges/merges.page')).MergesPage })),
  '/qualifications': lazy(async () => ({
    default: (await import('./qualifications/qualifications.page')).QualificationsPage,
  })),
  '/certificates': lazy(async () => ({
    default: (await import('./certificates/certificates.page')).CertificatesPage,
  })),
  '/sites': lazy(async () => ({ default: (await import('./volunteers/sites.page')).SitesPage })),
  '/conduct': lazy(async () => ({ default: (await import('./conduct/conduct.page')).ConductPage })),
  '/reports': lazy(async () => ({ default: (await import('./published/reports.page')).ReportsPage })),
  '/policies': lazy(async () => ({ default: (await import('./policies/policies.page')).PoliciesPage })),
  '/statistics': lazy(async () => ({
    default: (await import('./statistics/statistics.page')).StatisticsPage,
  })),
  '/stars': lazy(async () => ({ default: (await import('./stars/stars.page')).StarsPage })),
  '/staff': lazy(async () => ({ default: (await import('./staff/staff.page')).StaffPage })),
  '/shifts': lazy(async () => ({ default: (await import('./shifts/shifts.page')).ShiftsPage })),
  '/templates': lazy(async () => ({ default: (await import('./templates/templates.page')).TemplatesPage })),
  '/divisions': lazy(async () => ({ default: (await import('./divisions/divisions.page')).DivisionsPage })),
  '/audit': lazy(async () => ({ default: (await import('./audit/audit.page')).AuditPage })),
  '/own': lazy(async () => ({ default: (await import('./own/own.page')).OwnPage })),
  '/system': lazy(async () => ({ default: (await import('./system/system.page')).SystemPage })),
  '/hazards': lazy(async () => ({ default: (await import('./hazards/hazards.page')).HazardsPage })),
  '/dashboard': lazy(async () => ({ default: (await import('./reports/dashboard.page')).DashboardPage })),
};

const OpenPage = lazy(async () => ({ default: (await import('./open/open.page')).OpenPage }));

/** A refusal is an answer. Silence, and a house that cannot answer just now, are worth asking again. */
function isWorthAsking(failures: number, error: unknown): boolean {
  return failures < 2 && !(error instanceof ApiProblem && error.problem.status < 500);
}

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: isWorthAsking,
      staleTime: 5_000,
      refetchInterval: pollMs,
    },
  },
});

/** The console: who is not signed in signs in, at whatever address, and is then there. */
export function Console() {
  return (
    <Theme>
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <Door />
        </BrowserRouter>
      </QueryClientProvider>
    </Theme>
  );
}

function Door() {
  const session = useSession();
  // Open data is everybody's, signed in or not.
  if (useLocation().pathname === '/open')
    return (
      <Suspense>
        <OpenPage />
      </Suspense>
    );
  if (!session) {
    queries.clear();
    return <SignInPage />;
  }
  return (
    <Shell role={session.role}>
      <Rooms role={session.role} />
    </Shell>
  );
}

function Rooms({ role }: { role: Role }) {
  const home = <Navigate to={homeOf(role)} replace />;
  return (
    <Routes>
      {Object.entries(pages)
        .filter(([path]) => mayOpen(role, path))
        .map(([path, Page]) => (
          <Route key={path} path={path} element={<Page />} />
        ))}
      <Route path="*" element={home} />
    </Routes>
  );
}
